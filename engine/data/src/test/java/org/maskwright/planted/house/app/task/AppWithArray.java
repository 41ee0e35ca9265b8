package org.maskwright.planted.house.app.task;

import org.maskwright.planted.library.org.nd4j.Array;

/** Breaks a wall: app knows ND4J. */
public final class AppWithArray {
  public final Array array = new Array();
}
