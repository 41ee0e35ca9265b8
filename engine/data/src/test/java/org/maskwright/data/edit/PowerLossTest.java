package org.maskwright.data.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.testing.Counted;

/** The power goes at any moment; at most the last second is missing, and no old mask comes back. */
class PowerLossTest {

  /** How the mask looked from a moment on. */
  private record Look(Instant since, LabelMask mask) {}

  private final List<Look> looks = new ArrayList<>();

  @Test
  void atMostTheLastSecondIsLost() throws IOException {
    for (int seed = 0; seed < Counted.times(1000); seed++) {
      looks.clear();
      runSeed(seed);
    }
  }

  private void runSeed(int seed) throws IOException {
    Random random = new Random(seed);
    Desk desk = new Desk(150, 100);
    for (int life = 0; life < 4; life++) {
      MaskDocument document = desk.open();
      assertThat(document.recovery().outcome())
          .as("seed %d", seed)
          .isIn(Recovery.Outcome.AS_SAVED, Recovery.Outcome.REPLAYED);
      assertRecent(document.mask(), desk, seed);
      looks.clear();
      looks.add(new Look(desk.time.instant(), document.mask().copy()));
      work(document, desk, random);
      desk.time.forget();
      desk.disk.cutPower(random);
    }
  }

  private void work(MaskDocument document, Desk desk, Random random) throws IOException {
    int steps = random.nextInt(25);
    for (int i = 0; i < steps; i++) {
      desk.time.pass(Duration.ofMillis(random.nextInt(700)));
      switch (random.nextInt(8)) {
        case 0 -> document.save();
        case 1 -> document.history().undo();
        case 2 -> document.history().redo();
        default -> {
          int x = random.nextInt(140);
          int y = random.nextInt(90);
          Region region = new Region(x, y, 1 + random.nextInt(60), 1 + random.nextInt(60));
          if (document.mask().label(x, y) != i) {
            Desk.paint(document, region, i);
          }
        }
      }
      looks.add(new Look(desk.time.instant(), document.mask().copy()));
    }
  }

  private void assertRecent(LabelMask mask, Desk desk, int seed) {
    if (looks.isEmpty()) {
      return;
    }
    Instant bound = desk.time.instant().minus(Duration.ofSeconds(1));
    int oldest = 0;
    while (oldest + 1 < looks.size() && !looks.get(oldest + 1).since().isAfter(bound)) {
      oldest++;
    }
    assertThat(looks.subList(oldest, looks.size()))
        .as("seed %d", seed)
        .anyMatch(look -> Desk.same(look.mask(), mask));
  }
}
