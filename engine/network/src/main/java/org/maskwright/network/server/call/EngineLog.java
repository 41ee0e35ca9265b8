package org.maskwright.network.server.call;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the engine has to say: to its log file, and to windows that want to read along. */
public final class EngineLog {

  private static final Logger LOG = LoggerFactory.getLogger("engine");
  private static final int KEPT = 1000;
  private static final int MAX_LINE = 2000;

  private final Deque<String> lines = new ArrayDeque<>();
  private final Listeners listeners = new Listeners();
  private long first;

  public void say(String line) {
    String plain = line.replaceAll("\\p{Cntrl}", " ");
    String cut = plain.length() > MAX_LINE ? plain.substring(0, MAX_LINE) : plain;
    LOG.info("{}", cut);
    keep(cut);
  }

  /** Says that something failed which nobody foresaw. */
  public void failure(String what, Throwable reason) {
    LOG.warn("{}", what, reason);
    keep(what + ": " + reason);
  }

  private void keep(String line) {
    synchronized (this) {
      lines.add(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
      if (lines.size() > KEPT) {
        lines.remove();
        first++;
      }
    }
    listeners.tell();
  }

  /** Calls back after every line; whoever is called reads from where it was. */
  public Listeners listeners() {
    return listeners;
  }

  /** The number of the oldest line that is still known. */
  public synchronized long begin() {
    return first;
  }

  /** The number that the next line will have. */
  public synchronized long end() {
    return first + lines.size();
  }

  /** At most so many lines from a number on; fewer if they are forgotten. */
  public synchronized List<String> from(long number, int count) {
    return new ArrayList<>(lines).stream().skip(Math.max(0, number - first)).limit(count).toList();
  }
}
