package org.maskwright.network.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StridedFloatsTest {

  private static final Shape SHAPE = Shape.of(3, 4, 5, 6);

  @Test
  void permutedAxesAreThoseOfTheOther() throws IOException {
    Tensor tensor = TestTensors.counted("x", 3, 4, 5, 6);
    float[] values = tensor.toArray();
    Tensor turned = tensor.permuted(3, 2, 0, 1);

    assertThat(turned.shape()).isEqualTo(Shape.of(6, 5, 3, 4));
    float[] read = turned.toArray();
    for (int a = 0, at = 0; a < 6; a++) {
      for (int b = 0; b < 5; b++) {
        for (int c = 0; c < 3; c++) {
          for (int d = 0; d < 4; d++, at++) {
            assertThat(read[at]).isEqualTo(values[((c * 4 + d) * 5 + b) * 6 + a]);
          }
        }
      }
    }
  }

  @Test
  void turnedThereAndBackItIsTheSame() throws IOException {
    Tensor tensor = TestTensors.counted("x", 3, 4, 5, 6);
    assertThat(tensor.permuted(2, 0, 3, 1).permuted(1, 3, 0, 2).toArray())
        .isEqualTo(tensor.toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 61, 140, 1 << 20})
  void anyPanelAndAnyPieceGiveTheSame(int panel) throws IOException {
    Tensor tensor = TestTensors.counted("x", 3, 4, 5, 6);
    float[] whole = tensor.permuted(3, 1, 0, 2).toArray();
    Strides strides = Strides.contiguous(SHAPE).permuted(3, 1, 0, 2);
    FloatSource source = new StridedFloats(tensor.source(), 0, strides, panel);

    for (int from : List.of(0, 1, 59, 200, 359, 0)) {
      FloatBuffer piece = FloatBuffer.allocate(Math.min(77, 360 - from));
      source.read(from, piece);
      for (int i = 0; i < piece.capacity(); i++) {
        assertThat(piece.get(i)).isEqualTo(whole[from + i]);
      }
    }
  }

  @Test
  void aStorageIsGoneThroughForwardsOnly() throws IOException {
    List<Long> begins = new ArrayList<>();
    Tensor tensor = TestTensors.counted("x", 1000, 700);
    FloatSource watched =
        (from, target) -> {
          begins.add(from);
          tensor.source().read(from, target);
        };
    Strides strides = Strides.contiguous(tensor.shape()).permuted(1, 0);

    new Tensor("turned", strides.shape(), new StridedFloats(watched, 0, strides)).toArray();

    assertThat(begins).isSorted().hasSizeLessThan(4);
  }
}
