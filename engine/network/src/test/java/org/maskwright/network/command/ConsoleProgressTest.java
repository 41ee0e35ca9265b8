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
  void aPhaseThatComesAgainIsToldAgain() {
    try (ConsoleProgress progress = progress(false)) {
      for (int i = 0; i < 2; i++) {
        progress.report("evaluate", 0, 10);
        progress.report("evaluate", 10, 10);
        clock.addAndGet(TimeUnit.SECONDS.toNanos(2));
        progress.report("evaluate", 10, 10);
      }
    }
    String once = "evaluate: 0 %  0 of 10\nevaluate: 100 %  10 of 10\n";
    assertThat(lines()).isEqualTo(once.repeat(2));
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
  void trainingIsToldToTheEndWithTheScoringInBetween() {
    try (ConsoleProgress progress = progress(false)) {
      for (int epoch = 0; epoch < 2; epoch++) {
        for (int step = 1; step <= 10; step++) {
          clock.addAndGet(TimeUnit.SECONDS.toNanos(6));
          progress.report("train", epoch * 10L + step, 40);
        }
        for (int image = 1; image <= 4; image++) {
          clock.addAndGet(TimeUnit.SECONDS.toNanos(15));
          progress.report("evaluate", image, 4);
        }
      }
    }
    // Ten steps and one scoring take two minutes, and two of such are left.
    assertThat(lines())
        .contains("train: 50 %  20 of 40, about 3 min left\n")
        .contains("evaluate: 50 %  2 of 4, about 30 s left\n")
        .doesNotContain("4 of 4, about");
  }

  @Test
  void longWaitsAreToldInHours() {
    try (ConsoleProgress progress = progress(false)) {
      progress.report("load", 1, 100);
      clock.addAndGet(TimeUnit.MINUTES.toNanos(7));
      progress.report("load", 11, 100);
    }
    assertThat(lines()).contains("11 of 100, about 1 h 02 min left");
  }

  @Test
  void cancellingIsPassedOn() {
    try (ConsoleProgress progress =
        new ConsoleProgress(new PrintWriter(text), false, () -> true, clock::get)) {
      assertThat(progress.cancelled()).isTrue();
    }
  }
}
