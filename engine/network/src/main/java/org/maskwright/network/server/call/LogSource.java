package org.maskwright.network.server.call;

import java.util.List;
import java.util.Optional;
import org.maskwright.protocol.wire.LogLines;

/** The engine's log as news. */
public final class LogSource implements Pump.Source<LogLines> {

  private static final int AT_ONCE = 100;

  private final EngineLog log;
  private final boolean follow;
  private final long endAtStart;
  private long next;

  public LogSource(EngineLog log, boolean follow) {
    this.log = log;
    this.follow = follow;
    this.endAtStart = log.end();
  }

  @Override
  public Optional<LogLines> next() {
    next = Math.max(next, log.begin());
    List<String> lines = log.from(next, AT_ONCE);
    next += lines.size();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(LogLines.newBuilder().addAllLines(lines).build());
  }

  @Override
  public boolean isAtEnd() {
    return !follow && next >= endAtStart;
  }
}
