package org.maskwright.data.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.label.LabelMask;
import org.maskwright.testing.Counted;

/** A program that paints is killed at any moment; every stroke that it completed is there. */
class KillTest {

  @TempDir Path folder;

  @Test
  void everyCompletedStrokeSurvivesAKill() throws Exception {
    Random random = new Random(5);
    long done = 0;
    for (int i = 0; i < Counted.times(200); i++) {
      long acknowledged = paintAndKill(done, random);

      try (MaskDocument document = PaintingProgram.open(folder)) {
        done = PaintingProgram.stepsIn(document.mask());
        // A stroke that was written but not yet acknowledged may be there too.
        assertThat(done).isBetween(acknowledged, acknowledged + 1);
        LabelMask expected = PaintingProgram.maskAfter(done);
        assertThat(Desk.same(document.mask(), expected)).as("after %d strokes", done).isTrue();
      }
    }
    assertThat(done).isGreaterThan(Counted.times(200));
  }

  private long paintAndKill(long done, Random random) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                PaintingProgram.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long acknowledged = done;
    try (BufferedReader lines = program.inputReader(StandardCharsets.US_ASCII)) {
      assertThat(lines.readLine()).isEqualTo("ready");
      // Random in time as well: the last wait ends anywhere within a stroke or a save.
      int strokes = random.nextInt(20);
      for (int i = 0; i < strokes; i++) {
        acknowledged = Long.parseLong(lines.readLine());
      }
      busyWait(random.nextInt(3_000_000));
      // Not the process itself: that would close its output with what it said last.
      assertThat(program.toHandle().destroyForcibly()).isTrue();
      acknowledged = Math.max(acknowledged, rest(lines));
    }
    assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return acknowledged;
  }

  private static void busyWait(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** What the program had still said when it died; its last line may be cut short. */
  private static long rest(BufferedReader lines) throws IOException {
    StringBuilder said = new StringBuilder();
    for (int c = lines.read(); c >= 0; c = lines.read()) {
      said.append((char) c);
    }
    int end = said.lastIndexOf("\n");
    if (end < 0) {
      return 0;
    }
    String whole = said.substring(0, end);
    return Long.parseLong(whole.substring(whole.lastIndexOf('\n') + 1));
  }
}
