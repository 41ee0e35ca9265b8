package org.maskwright.planted.house.data.format;

import org.maskwright.planted.library.org.nd4j.Array;

/** Breaks a wall: data knows ND4J. */
public final class DataWithArray {
  public final Array array = new Array();
}
