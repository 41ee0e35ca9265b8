package org.maskwright.data.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelCountsTest {

  @Test
  void countsFollowChangesAndAgreeWithCountingEverything() {
    LabelMask mask = new LabelMask(700, 300);
    LabelCounts counts = new LabelCounts(mask);
    Random random = new Random(7);
    for (int stroke = 0; stroke < 50; stroke++) {
      int x = random.nextInt(700);
      int y = random.nextInt(300);
      Region region = new Region(x, y, 90, 70).intersect(mask.bounds());
      for (int row = region.y(); row < region.bottom(); row++) {
        for (int column = region.x(); column < region.right(); column++) {
          mask.set(column, row, stroke % 5, Provenance.of(Provenance.Kind.BRUSH));
        }
      }
      counts.changed(region);
      assertThat(counts.isStale()).isTrue();
      assertThat(counts.count()).isEqualTo(mask.histogram());
      assertThat(counts.isStale()).isFalse();
    }
  }
}
