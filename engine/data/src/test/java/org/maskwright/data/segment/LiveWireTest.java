package org.maskwright.data.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.Region;
import org.maskwright.data.segment.LiveWire.Ways;
import org.maskwright.data.task.Progress;

class LiveWireTest {

  /** A dark disc of this radius around the middle. */
  private static final double RADIUS = 30;

  private static int disc(int x, int y) {
    return Math.hypot(x + 0.5 - 50, y + 0.5 - 50) < RADIUS ? 20 : 230;
  }

  @Test
  void theLineFollowsTheEdgeAroundACorner() throws IOException {
    LiveWire wire = new LiveWire(Drawings.window(100, 100, LiveWireTest::disc));
    Ways ways = wire.from(50, 20, Progress.NONE);

    double[] line = ways.to(80, 50);

    assertThat(new double[] {line[0], line[1]}).containsExactly(50.5, 20.5);
    assertThat(new double[] {line[line.length - 2], line[line.length - 1]})
        .containsExactly(80.5, 50.5);
    for (int i = 0; i < line.length; i += 2) {
      assertThat(Math.hypot(line[i] - 50, line[i + 1] - 50)).isCloseTo(RADIUS, within(2.5));
    }
  }

  @Test
  void onAPlainImageTheLineIsShort() throws IOException {
    LiveWire wire = new LiveWire(Drawings.window(60, 40, (x, y) -> 90));

    assertThat(wire.from(5, 7, Progress.NONE).to(45, 7)).hasSize(2 * 41);
  }

  @Test
  void aPlaceOutsideIsReachedFromTheNearestPixel() throws IOException {
    Region visible = new Region(10, 10, 20, 20);
    LiveWire wire = new LiveWire(Drawings.window(60, 40, (x, y) -> 90, visible));

    double[] line = wire.from(15, 15, Progress.NONE).to(59, 15);

    assertThat(line[line.length - 2]).isEqualTo(29.5);
  }
}
