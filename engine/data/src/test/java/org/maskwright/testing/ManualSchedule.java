package org.maskwright.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.maskwright.data.journal.SyncSchedule;

/** Time that passes only when a test says so, and what was put off until then. */
public final class ManualSchedule extends Clock implements SyncSchedule {

  private final List<Later> waiting = new ArrayList<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private record Later(Instant due, Runnable action) {}

  @Override
  public void after(Duration delay, Runnable action) {
    waiting.add(new Later(now.plus(delay), action));
  }

  /** Lets time pass, running what becomes due in its order. */
  public void pass(Duration time) {
    Instant end = now.plus(time);
    while (true) {
      Later next =
          waiting.stream()
              .filter(later -> !later.due().isAfter(end))
              .min(Comparator.comparing(Later::due))
              .orElse(null);
      if (next == null) {
        now = end;
        return;
      }
      now = next.due();
      waiting.remove(next);
      next.action().run();
    }
  }

  /** Forgets what was put off, as a program does that ended. */
  public void forget() {
    waiting.clear();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
