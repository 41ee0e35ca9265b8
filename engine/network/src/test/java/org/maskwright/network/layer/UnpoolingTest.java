package org.maskwright.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What PyTorch's max_unpool2d says of the same map, which has windows with several greatest values;
 * docs/benchmarks/unpooling.py prints the numbers.
 */
class UnpoolingTest {

  private static final PoolingSpec HALVE = new PoolingSpec(2, 2, 0, true);
  private static final float[] IMAGE = {
    -3, 4, 0, 7, 3, 0, 7, 3, -1, 6, 3, -1, 6, 2, -2, 6, 2, -2, 5, 1, -2, 5, 1, -3, 4, 1, -3, 4, 0,
    7, 4, 0, 7, 3, -1, 7, 3, -1, 6, 2, -1, 6, 2, -2, 5, 2, -2, 5
  };
  private static final float[] UNPOOLED = {
    0, 0, 0, 2, 0, 0, 3, 4, 0, 6, 5, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 10, 9, 0,
    11, 0, 0, 12, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final float[] GRADIENT = {12, 3, 6, 7, 10, 9, 38, 27, 30, 29, 32, 35};

  private static KernelGraph graph() {
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).graphBuilder();
    builder.addInputs("image", "values");
    builder.addVertex("places", new KernelVertex(() -> new MaxPlaces(HALVE), 1), "image");
    builder.addVertex(
        "unpooled", new KernelVertex(() -> new Unpooling(HALVE), 2), "values", "places");
    builder.setOutputs("unpooled");
    KernelGraph graph = new KernelGraph(builder.build());
    graph.init();
    return graph;
  }

  private static INDArray counted(int count, long... shape) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = i + 1;
    }
    return Nd4j.create(values, shape, 'c');
  }

  @Test
  void valuesGoBackToWhereTheFirstGreatestOneWas() {
    INDArray image = Nd4j.create(IMAGE, new long[] {1, 4, 6, 2}, 'c');
    INDArray[] out = graph().output(false, image, counted(12, 1, 2, 3, 2));
    assertThat(out[0].ravel().toFloatVector()).containsExactly(UNPOOLED);
  }

  @Test
  void gradientsComeFromThere() {
    Unpooling unpooling = new Unpooling(HALVE);
    MaxPlaces finding = new MaxPlaces(HALVE);
    Memory memory = new Memory(LayerWorkspaceMgr.noWorkspaces(), DataType.FLOAT);
    INDArray image = Nd4j.create(IMAGE, new long[] {1, 4, 6, 2}, 'c');
    INDArray places = finding.forward(new INDArray[] {image}, false, memory);
    INDArray values = counted(12, 1, 2, 3, 2);
    INDArray weights = counted(48, 1, 4, 6, 2).subi(1);

    INDArray[] back = unpooling.backward(new INDArray[] {values, places}, weights, memory);

    assertThat(back[0].ravel().toFloatVector()).containsExactly(GRADIENT);
    assertThat(back[1].ravel().toFloatVector()).containsOnly(0);
  }

  @Test
  void placesInCutWindowsCountFromTheWholeWindow() {
    Memory memory = new Memory(LayerWorkspaceMgr.noWorkspaces(), DataType.FLOAT);
    INDArray image = counted(9, 1, 3, 3, 1);
    INDArray padded =
        new MaxPlaces(new PoolingSpec(3, 2, 1, false))
            .forward(new INDArray[] {image}, false, memory);
    assertThat(padded.ravel().toFloatVector()).containsExactly(8, 7, 5, 4);
  }

  @Test
  void windowsThatOverlapAreRefused() {
    assertThatThrownBy(() -> new Unpooling(new PoolingSpec(3, 2, 0, true)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
