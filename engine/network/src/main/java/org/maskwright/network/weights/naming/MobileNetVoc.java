package org.maskwright.network.weights.naming;

import java.util.Optional;
import java.util.Set;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.VocClasses;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorFile;

/**
 * MobileNetV2 with the context head and the scores of a DeepLabv3 that was trained on VOC. Its own
 * scores are the ones at stride 16; the same weights score the pooled features at stride 32. So
 * that 16s starts as exactly what was trained, nothing of stride 32 flows into it at first.
 */
final class MobileNetVoc extends MobileNetPlain {

  @Override
  public String title() {
    return "MobileNetV2 with context head";
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("stem.weight") && names.contains("context.projection.weight");
  }

  @Override
  public Translation translate(TensorFile file) {
    Translation weights =
        trunk(file)
            .layer("context.image_pooling", "context.image_pooling")
            .layer("context.aspp0", "context.aspp0")
            .layer("context.projection", "context.projection")
            .layer("logits", "score_32")
            .layer("logits", "score_16");
    int classes = weights.channels("score_16", 2);
    return weights.add(
        new Tensor(
            "up_16.weight",
            Shape.of(classes, classes, 3, 3),
            (from, target) -> target.put(new float[target.remaining()])));
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    return description(weights, choices)
        .withHead(Head.CONTEXT, weights.channels("context.projection", 256))
        .withStride(16)
        .withClasses(weights.channels("score_16", choices.classes()));
  }

  @Override
  public Optional<LabelScheme> labels() throws DataException {
    return Optional.of(LabelScheme.ofNames(VocClasses.NAMES));
  }
}
