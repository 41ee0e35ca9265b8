package org.maskwright.network.train;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.FlatParameters;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One pass of a batch through the network and back: losses by head, gradients of everything. */
final class TrainingStep {

  /** What the auxiliary head's loss counts, as its authors weigh it. */
  private static final double AUXILIARY = 0.5;

  private final FcnNetwork network;
  private final float @Nullable [] classWeights;
  private final @Nullable StartModel teacher;
  private final float teacherShare;

  TrainingStep(
      FcnNetwork network,
      float @Nullable [] classWeights,
      @Nullable StartModel teacher,
      double teacherShare) {
    this.network = network;
    this.classWeights = classWeights;
    this.teacher = teacher;
    this.teacherShare = (float) teacherShare;
  }

  /**
   * What a pass gave.
   *
   * @param losses of the heads that learn
   * @param gradients overwritten by the next pass
   */
  record Outcome(Map<Variant, Double> losses, FlatParameters gradients) {}

  Outcome run(Batch batch, Set<Variant> learning, PixelChoice choice) {
    Map<Variant, Double> losses = new EnumMap<>(Variant.class);
    try (INDArray image = Floats.array(batch.image(), batch.shape())) {
      List<INDArray> opinions =
          teacher == null ? List.of() : Softmax.of(teacher.network().scores(image));
      FlatParameters gradients =
          network.backpropagate(
              image, outputs -> replace(outputs, opinions, batch, learning, choice, losses));
      opinions.forEach(INDArray::close);
      return new Outcome(losses, gradients);
    }
  }

  private void replace(
      List<INDArray> outputs,
      List<INDArray> opinions,
      Batch batch,
      Set<Variant> learning,
      PixelChoice choice,
      Map<Variant, Double> losses) {
    double share = 1.0 / learning.size();
    SegmentationLoss loss = new SegmentationLoss(classWeights, share);
    if (network.hasAuxiliary()) {
      new SegmentationLoss(classWeights, AUXILIARY * share)
          .replaceByGradient(outputs.get(outputs.size() - 1), batch.labels(), choice);
    }
    for (int v = 0; v < network.variants().size(); v++) {
      Variant variant = network.variants().get(v);
      if (!learning.contains(variant)) {
        continue;
      }
      Teacher opinion =
          opinions.isEmpty() || teacher == null
              ? Teacher.NONE
              : new Teacher(opinions.get(v), teacherShare, teacher.unknown());
      double value = loss.replaceByGradient(outputs.get(v), batch.labels(), choice, opinion);
      losses.put(variant, value / share);
    }
  }
}
