package org.maskwright.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DropoutTest {

  private final Memory memory = new Memory(LayerWorkspaceMgr.noWorkspaces(), DataType.FLOAT);
  private final INDArray ones = Nd4j.ones(DataType.FLOAT, 2, 10, 10, 100);
  private final Dropout dropout = new Dropout();

  private float[] forward(boolean training, Noise noise) {
    dropout.setNoise(noise);
    return values(dropout.forward(new INDArray[] {ones}, training, memory));
  }

  private static float[] values(INDArray array) {
    return array.ravel().toFloatVector();
  }

  @Test
  void halfIsLeftOutAndTheMeanStays() {
    float[] values = forward(true, new Noise(0.5, 7));
    int kept = 0;
    for (float value : values) {
      assertThat(value).isIn(0f, 2f);
      kept += value > 0 ? 1 : 0;
    }
    assertThat((double) kept / values.length).isCloseTo(0.5, within(0.02));
  }

  @Test
  void thereIsNoneOutsideOfTraining() {
    assertThat(forward(false, new Noise(0.5, 7))).isEqualTo(values(ones));
  }

  @Test
  void aSeedLeavesOutTheSameAndAnotherDoesNot() {
    float[] first = forward(true, new Noise(0.5, 7));
    assertThat(forward(true, new Noise(0.5, 7))).isEqualTo(first);
    assertThat(forward(true, new Noise(0.5, 8))).isNotEqualTo(first);
  }

  @Test
  void gradientsAreLeftOutWhereValuesWere() {
    float[] forward = forward(true, new Noise(0.3, 9));
    assertThat(values(dropout.backward(new INDArray[] {ones}, ones, memory)[0])).isEqualTo(forward);
  }
}
