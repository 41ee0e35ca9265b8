package org.maskwright.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class EnlargementTest {

  static Stream<AxisTable> tables() {
    return Stream.of(
        AxisTable.deconvolution(4, 32, 8, 16, 4),
        AxisTable.deconvolution(4, 25, 8, 15, 7),
        AxisTable.deconvolution(6, 40, 8, 16, 31),
        AxisTable.deconvolution(1, 8, 8, 16, 4),
        AxisTable.halfPixel(5, 17),
        AxisTable.halfPixel(9, 4),
        AxisTable.alignedCorners(5, 33),
        AxisTable.alignedCorners(1, 3));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void wayBackIsTheTransposeOfTheWayThere(AxisTable table) {
    INDArray small = Nd4j.rand(1, table.inputSize(), 3, 2);
    INDArray large = Nd4j.rand(1, table.outputSize(), 12, 2);
    Enlargement enlargement = new Enlargement(table, AxisTable.deconvolution(3, 12, 4, 8, 2));
    INDArray there = Nd4j.create(large.shape());
    INDArray back = Nd4j.create(small.shape());
    enlargement.forward(small, there);
    enlargement.backward(large, back);
    assertThat(product(there, large)).isCloseTo(product(small, back), within(1e-4));
  }

  private static double product(INDArray a, INDArray b) {
    double sum = 0;
    for (long i = 0; i < a.length(); i++) {
      sum += a.getDouble(i) * b.getDouble(i);
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("tables")
  void readsEachWeightOfTheDeconvolutionOnce(AxisTable table) {
    for (int o = 0; o < table.outputSize(); o++) {
      assertThat(table.leftWeight(o) + table.rightWeight(o)).isBetween(0f, 1.0001f);
    }
  }

  @Test
  void equalsTheDeconvolutionThatItStandsFor() {
    int factor = 8;
    INDArray scores = Nd4j.rand(1, 3, 4, 2);
    float[] diagonal = BilinearKernel.diagonal(2, 2 * factor);
    INDArray weight = Nd4j.create(diagonal, new long[] {2, 2, 16, 16}, 'c');
    INDArray dense = Nd4j.create(1, 24, 32, 2);
    NativeOp.run(
        "deconv2d",
        new INDArray[] {scores, weight},
        new INDArray[] {dense},
        16,
        16,
        8,
        8,
        4,
        4,
        1,
        1,
        0,
        1,
        1);
    INDArray ours = Nd4j.create(1, 24, 32, 2);
    new Enlargement(
            AxisTable.deconvolution(3, 24, factor, 16, 4),
            AxisTable.deconvolution(4, 32, factor, 16, 4))
        .forward(scores, ours);
    assertThat(ours.sub(dense).amaxNumber().doubleValue()).isLessThan(1e-5);
  }

  @Test
  void alignedCornersKeepWhatLiesOnCells() {
    AxisTable table = AxisTable.alignedCorners(3, 17);
    assertThat(table.left(8)).isEqualTo(1);
    assertThat(table.leftWeight(8)).isEqualTo(1);
    assertThat(table.right(16)).isEqualTo(2);
    assertThat(table.rightWeight(16)).isEqualTo(1);
  }
}
