package org.maskwright.network.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.MeasuredProcess;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.train.ResidentMemory;
import org.maskwright.testing.Counted;

/** What a process holds on to after many predictions. */
class PredictorMemoryTest {

  private static final int FEW = 100;

  @TempDir Path folder;

  @Test
  @Timeout(300)
  void aThousandPredictionsHoldNoMoreThanATenthAboveAHundred()
      throws IOException, InterruptedException {
    int many = Math.max(2 * FEW, Counted.times(10 * FEW));
    List<String> lines =
        MeasuredProcess.lines(folder, "256m", PredictorMemoryTest.class, String.valueOf(many));
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
