package org.maskwright.planted.house.data.format;

import org.maskwright.planted.library.org.deeplearning4j.Net;

/** Breaks a wall: data knows DL4J. */
public final class DataWithNet {
  public final Net net = new Net();
}
