package org.maskwright.network.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

  private final StringWriter text = new StringWriter();
  private final AtomicLong clock = new AtomicLong();

  private ConsoleProgress progress(boolean terminal) {
    return new ConsoleProgress(new PrintWriter(text), terminal, () -> false, clock::get);
  }

  private String lines() {
    return text.toString().replace("\r\n", "\n");
  }

  @Test
  void plainLinesAreFewAndEndWithTheLast() {
    try (ConsoleProgress progress = progress(false)) {
      for (int i = 0; i <= 1000; i++) {
        progress.report("index", i, 1000);
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
    assertThat(lines().lines().count()).isBetween(5L, 12L);
    assertThat(lines()).startsWith("index: 0 %  0 of 1,000\n").endsWith("1,000 of 1,000\n");
  }

  @Test
  void quickWorkPrintsBeginAndEnd() {
    try (ConsoleProgress progress = progress(false)) {
      for (int i = 0; i <= 1000; i++) {
        progress.report("index", i, 1000);
      }
    }
    assertThat(lines()).isEqualTo("index: 0 %  0 of 1,000\nindex: 100 %  1,000 of 1,000\n");
  }

  @Test
  void aTerminalShowsOneBarAPhase() {
    try (ConsoleProgress progress = progress(true)) {
      progress.report("read", 1, 2);
      progress.report("write", 2, 2);
    }
    assertThat(text.toString().split("\\R", -1))
        .containsExactly(
            "",
            "read       [###############...............]  50 %  1 of 2",
            "",
            "write      [##############################] 100 %  2 of 2",
            "");
  }

  @Test
  void anUnknownTotalIsCounted() {
    try (ConsoleProgress progress = progress(false)) {
      progress.report("scan", 1234, 0);
    }
    assertThat(lines()).isEqualTo("scan: 1,234\n");
  }

  @Test
  void cancellingIsPassedOn() {
    try (ConsoleProgress progress =
        new ConsoleProgress(new PrintWriter(text), false, () -> true, clock::get)) {
      assertThat(progress.cancelled()).isTrue();
    }
  }
}
