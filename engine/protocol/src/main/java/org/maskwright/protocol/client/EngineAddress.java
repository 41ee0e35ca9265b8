package org.maskwright.protocol.client;

import java.net.InetAddress;
import org.maskwright.protocol.ReadyFile;
import org.maskwright.protocol.Token;

/** Where an engine is, what lets one in there, and how one knows that it is the right one. */
public record EngineAddress(String host, int port, Token token, Trust trust) {

  /** The engine of this machine that a ready-file tells of. */
  public static EngineAddress of(ReadyFile ready) {
    return new EngineAddress(
        InetAddress.getLoopbackAddress().getHostAddress(),
        ready.port(),
        ready.token(),
        new Trust.Loopback());
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
