package org.maskwright.app.engine;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.EngineAddress;
import org.maskwright.protocol.client.EngineLink;

/** An engine that somebody runs on another machine. */
public record RemoteEngine(EngineAddress address, Path log) implements EngineSource {

  private static final int CONNECT_SECONDS = 15;

  /** A network comes back some time. */
  @Override
  public int maxAttempts() {
    return Integer.MAX_VALUE;
  }

  @Override
  public EngineLink connect(Progress progress) throws IOException {
    return EngineLink.connect(address, CONNECT_SECONDS);
  }
}
