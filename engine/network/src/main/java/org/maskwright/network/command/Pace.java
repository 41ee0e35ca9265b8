package org.maskwright.network.command;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long each phase of some work still takes, judged by its own pace so far. What interrupts a
 * phase counts as part of it: a training is scored after every epoch, and will be again.
 */
final class Pace {

  /** Sooner than this, a pace says nothing. */
  private static final double FIRST_SECONDS = 3;

  private final Map<String, Course> courses = new HashMap<>();

  /** Where a phase began, and how far it is. */
  private record Course(long firstDone, long firstNanos, long done) {}

  /** What to tell of the time that is left, such as {@code about 3 min left}; empty if unknown. */
  String left(String phase, long done, long total, long nanos) {
    Course before = courses.get(phase);
    Course now =
        before == null || done < before.done
            ? new Course(done, nanos, done)
            : new Course(before.firstDone, before.firstNanos, done);
    courses.put(phase, now);
    double seconds = (nanos - now.firstNanos) / (double) TimeUnit.SECONDS.toNanos(1);
    long units = done - now.firstDone;
    if (seconds < FIRST_SECONDS || units <= 0 || done >= total) {
      return "";
    }
    return "about " + text(Math.round(seconds / units * (total - done))) + " left";
  }

  private static String text(long seconds) {
    if (seconds < 60) {
      return Math.max(1, seconds) + " s";
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 60
        ? minutes + " min"
        : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
  }
}
