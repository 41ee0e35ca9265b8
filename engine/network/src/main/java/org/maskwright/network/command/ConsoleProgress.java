package org.maskwright.network.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.maskwright.data.task.Progress;

/**
 * Shows progress as one moving bar on a terminal, and as a few plain lines where the output goes to
 * a file or another program, each with the time that is probably left.
 */
public final class ConsoleProgress implements Progress, AutoCloseable {

  private static final long BAR_INTERVAL_NANOS = 100_000_000L;
  private static final long LINE_INTERVAL_NANOS = 1_000_000_000L;
  private static final int BAR_WIDTH = 30;
  private static final int LINE_STEP_PERCENT = 10;

  private final PrintWriter out;
  private final boolean terminal;
  private final BooleanSupplier cancelled;
  private final LongSupplier clock;
  private final Pace pace = new Pace();

  private String phase = "";
  private String shown = "";
  private String latest = "";
  private long shownAt;
  private int shownPercent;

  public ConsoleProgress(PrintWriter out, boolean terminal, BooleanSupplier cancelled) {
    this(out, terminal, cancelled, System::nanoTime);
  }

  ConsoleProgress(
      PrintWriter out, boolean terminal, BooleanSupplier cancelled, LongSupplier clock) {
    this.out = out;
    this.terminal = terminal;
    this.cancelled = cancelled;
    this.clock = clock;
  }

  @Override
  public boolean cancelled() {
    return cancelled.getAsBoolean();
  }

  @Override
  public synchronized void report(String phase, long done, long total) {
    if (!phase.equals(this.phase) || beginsAnew(percent(done, total))) {
      finishPhase();
      this.phase = phase;
      latest = text(phase, done, total);
      show(percent(done, total));
      return;
    }
    latest = text(phase, done, total);
    if (isDue(percent(done, total))) {
      show(percent(done, total));
    }
  }

  /** Work can have a phase twice; several threads are never that far apart. */
  private boolean beginsAnew(int percent) {
    return percent + LINE_STEP_PERCENT <= shownPercent;
  }

  private boolean isDue(int percent) {
    long waited = clock.getAsLong() - shownAt;
    return terminal
        ? waited >= BAR_INTERVAL_NANOS
        : waited >= LINE_INTERVAL_NANOS && percent >= shownPercent + LINE_STEP_PERCENT;
  }

  private void show(int percent) {
    if (terminal) {
      out.print('\r' + latest + " ".repeat(Math.max(0, shown.length() - latest.length())));
    } else {
      out.println(latest);
    }
    out.flush();
    shown = latest;
    shownAt = clock.getAsLong();
    shownPercent = percent;
  }

  /** The last state of a phase is always shown, however soon it followed the one before. */
  private void finishPhase() {
    if (!latest.equals(shown)) {
      show(100);
    }
    if (terminal && !shown.isEmpty()) {
      out.println();
      out.flush();
    }
    shown = "";
    latest = "";
    phase = "";
  }

  @Override
  public synchronized void close() {
    finishPhase();
  }

  private String text(String phase, long done, long total) {
    if (total <= 0) {
      return String.format(Locale.ROOT, "%s: %,d", phase, done);
    }
    String left = pace.left(phase, done, total, clock.getAsLong());
    String numbers =
        String.format(Locale.ROOT, "%3d %%  %,d of %,d", percent(done, total), done, total)
            + (left.isEmpty() ? "" : ", " + left);
    return terminal
        ? "%-10s [%s] %s".formatted(phase, bar(percent(done, total)), numbers)
        : phase + ": " + numbers.strip();
  }

  private static String bar(int percent) {
    int full = BAR_WIDTH * percent / 100;
    return "#".repeat(full) + ".".repeat(BAR_WIDTH - full);
  }

  private static int percent(long done, long total) {
    return total <= 0 ? 0 : (int) Math.max(0, Math.min(100, 100.0 * done / total));
  }
}
