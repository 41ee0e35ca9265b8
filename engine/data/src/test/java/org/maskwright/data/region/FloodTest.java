package org.maskwright.data.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.task.Progress;
import org.maskwright.testing.Counted;

class FloodTest {

  @Test
  void findsTheConnectedPartAsCountingPartsFindsIt() {
    Random random = new Random(5);
    for (int i = 0; i < Counted.times(1000); i++) {
      LabelMask mask = noise(random, 1 + random.nextInt(140), 1 + random.nextInt(20));
      Region within = mask.bounds();
      int x = random.nextInt(mask.width());
      int y = random.nextInt(mask.height());
      int label = mask.label(x, y);
      Components parts = Components.ofLabel(mask, label, Connectivity.FOUR);

      Runs found = Flood.from(x, y, within, (px, py) -> mask.label(px, py) == label, Progress.NONE);

      assertThat(found).isEqualTo(parts.get(partAt(parts, x, y)));
    }
  }

  private static int partAt(Components parts, int x, int y) {
    for (int part = 0; part < parts.count(); part++) {
      Runs runs = parts.get(part);
      for (int i = 0; i < runs.size(); i++) {
        if (runs.row(i) == y && runs.from(i) <= x && x < runs.to(i)) {
          return part;
        }
      }
    }
    throw new AssertionError("no part at " + x + ", " + y);
  }

  private static LabelMask noise(Random random, int width, int height) {
    LabelMask mask = new LabelMask(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        mask.set(x, y, random.nextInt(10) < 6 ? 1 : 2, Provenance.of(Provenance.Kind.BRUSH));
      }
    }
    return mask;
  }

  @Test
  void staysInItsRectangle() {
    Region within = new Region(70, 3, 5, 4);

    assertThat(Flood.from(72, 4, within, (x, y) -> true, Progress.NONE))
        .isEqualTo(Runs.rectangle(within));
    assertThat(Flood.from(69, 4, within, (x, y) -> true, Progress.NONE)).isEqualTo(Runs.NONE);
  }

  @Test
  void canBeCancelled() {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(String phase, long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> Flood.from(0, 0, new Region(0, 0, 9, 9), (x, y) -> true, cancelled));
  }
}
