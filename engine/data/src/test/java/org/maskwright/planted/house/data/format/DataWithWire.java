package org.maskwright.planted.house.data.format;

import org.maskwright.planted.library.io.grpc.Channel;

/** Breaks a wall: data knows gRPC. */
public final class DataWithWire {
  public final Channel channel = new Channel();
}
