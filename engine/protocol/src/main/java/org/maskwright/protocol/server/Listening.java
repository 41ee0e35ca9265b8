package org.maskwright.protocol.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.protocol.ProtocolProblem;

/**
 * Where an engine listens, and with which certificate.
 *
 * @param port 0 for any that is free
 */
public record Listening(String host, int port, Optional<Certificate> certificate) {

  /** A certificate and its key, both PEM files. */
  public record Certificate(Path chain, Path key) {}

  /** On this machine only, at whatever port is free. */
  public static Listening onLoopback() {
    return new Listening(InetAddress.getLoopbackAddress().getHostAddress(), 0, Optional.empty());
  }

  /** A place such as {@code 0.0.0.0:7700}. */
  public static Listening parse(String place, Optional<Certificate> certificate)
      throws DataException {
    int colon = place.lastIndexOf(':');
    try {
      int port = Integer.parseInt(place.substring(colon + 1));
      if (colon > 0 && port >= 0 && port < 1 << 16) {
        return new Listening(place.substring(0, colon), port, certificate);
      }
    } catch (NumberFormatException e) {
      throw new DataException(Problem.of(ProtocolProblem.LISTEN_BAD, place), e);
    }
    throw DataException.of(ProtocolProblem.LISTEN_BAD, place);
  }

  /** The address; what goes over a network without being encrypted is refused. */
  InetSocketAddress address() throws IOException {
    InetAddress address = InetAddress.getByName(host);
    if (certificate.isEmpty() && !address.isLoopbackAddress()) {
      throw DataException.of(ProtocolProblem.PLAINTEXT_REFUSED, host);
    }
    return new InetSocketAddress(address, port);
  }
}
