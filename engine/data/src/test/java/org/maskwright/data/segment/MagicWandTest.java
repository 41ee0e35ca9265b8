package org.maskwright.data.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Runs;
import org.maskwright.data.task.Progress;

class MagicWandTest {

  /** Dark on the left, lighter in the middle, white on the right; the same dark once more. */
  private static int stripes(int x, int y) {
    return x < 10 ? 40 : x < 20 ? 60 : x < 30 ? 255 : 40;
  }

  @Test
  void aLargerToleranceSelectsMoreOfWhatIsConnected() throws IOException {
    PixelWindow window = Drawings.window(40, 10, MagicWandTest::stripes);
    MagicWand wand = new MagicWand(window, 4, 4);

    assertThat(wand.select(5, Progress.NONE)).isEqualTo(columns(0, 10));
    assertThat(wand.select(20, Progress.NONE)).isEqualTo(columns(0, 20));
    assertThat(wand.select(255, Progress.NONE)).isEqualTo(columns(0, 40));
  }

  private static Runs columns(int from, int to) {
    return Runs.rectangle(new Region(from, 0, to - from, 10));
  }

  @Test
  void thePixelItselfIsAlwaysSelected() throws IOException {
    PixelWindow window = Drawings.window(9, 9, (x, y) -> (x + y) % 2 * 255);

    assertThat(new MagicWand(window, 4, 4).select(0, Progress.NONE).count()).isEqualTo(1);
  }

  @Test
  void onlyWhatIsVisibleIsSelected() throws IOException {
    Region visible = new Region(3, 2, 9, 5);
    PixelWindow window = Drawings.window(40, 10, (x, y) -> 7, visible);

    assertThat(new MagicWand(window, 4, 4).select(9, Progress.NONE))
        .isEqualTo(Runs.rectangle(visible));
  }

  @Test
  void aLargeImageIsLookedAtInAMillionPixelsAndSelectedInItsOwn() throws IOException {
    PixelWindow window = Drawings.window(2001, 1500, (x, y) -> x < 1000 ? 0 : 200);

    assertThat(window.level()).isEqualTo(1);
    assertThat(new MagicWand(window, 2000, 3).select(9, Progress.NONE))
        .isEqualTo(Runs.rectangle(new Region(1000, 0, 1001, 1500)));
  }
}
