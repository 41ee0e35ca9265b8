package org.maskwright.planted.house.app.task;

import org.maskwright.planted.library.org.deeplearning4j.Net;

/** Breaks a wall: app knows DL4J. */
public final class AppWithNet {
  public final Net net = new Net();
}
