package org.maskwright.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What AlexNet and GoogLeNet need beyond plain convolutions, against PyTorch and the formula. */
class WindowsTest {

  private final Memory memory = new Memory(LayerWorkspaceMgr.noWorkspaces(), DataType.FLOAT);

  /** PyTorch 1.13: sizes of max_pool2d with ceil_mode=True for maps of 3 to 23 cells. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | 2 | 0 | 1 2 2 3 3 4 4 5 5 6 6 7 7 8 8 9 9 10 10 11 11",
        "2 | 2 | 0 | 2 2 3 3 4 4 5 5 6 6 7 7 8 8 9 9 10 10 11 11 12",
        "3 | 2 | 1 | 2 3 3 4 4 5 5 6 6 7 7 8 8 9 9 10 10 11 11 12 12",
      })
  void roundedUpTheyAreAsManyAsPyTorchs(int kernel, int stride, int padding, String sizes) {
    PoolingSpec spec = new PoolingSpec(kernel, stride, padding, true);

    assertThat(IntStream.rangeClosed(3, 23).map(spec::outputSize).boxed())
        .isEqualTo(Arrays.stream(sizes.split(" ")).map(Integer::valueOf).toList());
  }

  @Test
  void aLastPartialWindowHasTheGreatestOfWhatItSees() {
    MaxPooling pooling = new MaxPooling(new PoolingSpec(3, 2, 0, true));
    INDArray in = Nd4j.arange(16).castTo(DataType.FLOAT).reshape(1, 4, 4, 1);

    INDArray out = pooling.forward(new INDArray[] {in}, false, memory);

    assertThat(out.ravel().toIntVector()).containsExactly(10, 11, 14, 15);
  }

  @Test
  void responsesAreDividedByTheirNeighboursAndTheWayBackIsTheSlope() {
    ResponseNormalisation layer = new ResponseNormalisation();
    Random random = new Random(3);
    double[] x = random.doubles(2 * 7, -200, 200).toArray();
    INDArray in = Nd4j.createFromArray(x).castTo(DataType.FLOAT).reshape(1, 1, 2, 7);

    INDArray out = layer.forward(new INDArray[] {in}, true, memory);
    INDArray back = layer.backward(new INDArray[] {in}, out, memory)[0];

    double[] expected = formula(x);
    for (int i = 0; i < x.length; i++) {
      assertThat(out.ravel().getDouble(i)).isCloseTo(expected[i], within(1e-3));
      double[] more = x.clone();
      double[] less = x.clone();
      more[i] += 1e-4;
      less[i] -= 1e-4;
      assertThat(back.ravel().getDouble(i))
          .isCloseTo((half(more) - half(less)) / 2e-4, within(1e-2));
    }
  }

  private static double[] formula(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double squares = 0;
      for (int c = Math.max(0, i % 7 - 2); c <= Math.min(6, i % 7 + 2); c++) {
        squares += x[i / 7 * 7 + c] * x[i / 7 * 7 + c];
      }
      y[i] = x[i] / Math.pow(1 + 1e-4 / 5 * squares, 0.75);
    }
    return y;
  }

  private static double half(double[] x) {
    return Arrays.stream(formula(x)).map(y -> y * y / 2).sum();
  }
}
