package org.maskwright.protocol.client;

import java.nio.file.Path;

/** How a window makes sure that it speaks to the engine that it means. */
public sealed interface Trust {

  /** Nothing is encrypted, and nothing leaves this machine. */
  record Loopback() implements Trust {}

  /** A certificate that this authority has signed, for the host's name. */
  record Authority(Path certificate) implements Trust {}

  /** The certificate that was seen the first time. */
  record FirstUse(Fingerprints known) implements Trust {}
}
