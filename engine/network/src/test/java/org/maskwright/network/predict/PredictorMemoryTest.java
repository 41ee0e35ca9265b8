package org.maskwright.network.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.train.ResidentMemory;
import org.maskwright.testing.Counted;

/**
 * What a process holds on to after many predictions. It has a process of its own, whose heap is
 * wholly taken from the start: what grows is native memory, and nobody else's.
 */
class PredictorMemoryTest {

  private static final int FEW = 100;

  @TempDir Path folder;

  @Test
  @Timeout(300)
  void aThousandPredictionsHoldNoMoreThanATenthAboveAHundred()
      throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    Path trouble = folder.resolve("trouble");
    int many = Math.max(2 * FEW, Counted.times(10 * FEW));
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms256m",
            "-Xmx256m",
            "-XX:+AlwaysPreTouch",
            "-cp",
            System.getProperty("java.class.path"),
            PredictorMemoryTest.class.getName(),
            String.valueOf(many));
    // Several threads that wait for each other in a loop take for ever on a busy machine.
    program.environment().put("OMP_NUM_THREADS", "1");
    Process process = program.redirectError(trouble.toFile()).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor()).as(Files.readString(trouble)).isZero();
    } finally {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(said);
    assertThat(lines).hasSize(2);
    long afterFew = Long.parseLong(lines.get(0));
    assertThat(Long.parseLong(lines.get(1))).isLessThanOrEqualTo(afterFew + afterFew / 10);
  }

  /** Tells the resident memory after a few predictions and after all of them. */
  public static void main(String[] arguments) throws DataException {
    int many = Integer.parseInt(arguments[0]);
    Random random = new Random(4);
    try (Predictor predictor = PredictorTest.predictor(SmallNetworks.mobileWithContext(), 1)) {
      for (int i = 1; i <= many; i++) {
        predictor.predict(
            PredictorTest.noise(20 + random.nextInt(200), 20 + random.nextInt(200), i));
        if (i == FEW || i == many) {
          System.out.println(ResidentMemory.mebibytes());
        }
      }
    }
  }
}
