package org.maskwright.planted.house.protocol;

import org.maskwright.planted.library.org.deeplearning4j.Net;

/** Breaks a wall: the protocol knows DL4J. */
public final class MessageWithNet {
  public final Net net = new Net();
}
