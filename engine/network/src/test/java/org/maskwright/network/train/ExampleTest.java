package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelMask;

class ExampleTest {

  private static final Pixels HALF_VOID = new Pixels(2, 1, new int[] {0xFF102030, 0});

  @Test
  void whatIsVoidInTheImageDoesNotCount() throws IOException {
    assertThat(Example.of("a.png", HALF_VOID, 2, 1, new byte[] {1, 1}).labels())
        .containsExactly(1, (byte) LabelMask.IGNORE);
  }

  @Test
  void aMaskOfAnotherSizeIsRefused() {
    assertThatThrownBy(() -> Example.of("a.png", HALF_VOID, 1, 2, new byte[] {1, 1}))
        .hasMessageContaining("a.png is 2 x 1 pixels, its mask 1 x 2");
  }
}
