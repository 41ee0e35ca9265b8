package org.maskwright.network.weights.surgery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TestTensors;

class ClassSurgeryTest {

  private ClassSurgery surgery;

  @BeforeEach
  void prepare() throws IOException {
    surgery =
        new ClassSurgery(
            LabelScheme.ofNames(List.of("background", "cat", "dog")),
            LabelScheme.ofNames(List.of("ground", "Dog", "rabbit")));
  }

  private Tensor changed(Tensor tensor) throws IOException {
    return Objects.requireNonNull(surgery.apply(Map.of(tensor.name(), tensor)).get(tensor.name()));
  }

  @Test
  void scoresFollowTheirClass() throws IOException {
    Tensor scores =
        changed(TestTensors.of("score_16.weight", new float[] {1, 2, 3, 4, 5, 6}, 3, 2, 1, 1));

    assertThat(scores.shape()).isEqualTo(Shape.of(3, 2, 1, 1));
    assertThat(scores.toArray()).containsExactly(1, 2, 5, 6, 0, 0);
    assertThat(surgery.unknown()).containsExactly(2);
  }

  @Test
  void enlargementsFollowBothTheirClassesAndNewOnesAreBilinear() throws IOException {
    Tensor up =
        changed(
            TestTensors.of(
                "up_8.weight", new float[] {11, 12, 13, 21, 22, 23, 31, 32, 33}, 3, 3, 1, 1));

    assertThat(up.toArray()).containsExactly(11, 13, 0, 31, 33, 0, 0, 0, 1);
  }

  @Test
  void mixturesFollowTheirClassesAndNewOnesPassOn() throws IOException {
    Tensor mixture =
        changed(
            TestTensors.of(
                "mix_16.weight",
                new float[] {11, 12, 13, 1, 21, 22, 23, 2, 31, 32, 33, 3},
                3,
                4,
                1,
                1));

    assertThat(mixture.shape()).isEqualTo(Shape.of(3, 4, 1, 1));
    assertThat(mixture.toArray()).containsExactly(11, 13, 0, 1, 31, 33, 0, 3, 0, 0, 1, 0);
  }

  @Test
  void theTrunkIsNotTouched() throws IOException {
    Tensor trunk = TestTensors.of("conv1.weight", new float[] {1, 2}, 2, 1);

    assertThat(changed(trunk)).isSameAs(trunk);
  }
}
