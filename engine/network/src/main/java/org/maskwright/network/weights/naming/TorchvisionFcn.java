package org.maskwright.network.weights.naming;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.VocClasses;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.Variant;

/** torchvision's {@code fcn_resnet50} and {@code fcn_resnet101}, whole. */
final class TorchvisionFcn extends TorchvisionResNet {

  private static final String TRUNK = "backbone.";
  private static final String AUXILIARY = "score_auxiliary";

  TorchvisionFcn(Depth depth) {
    super(depth);
  }

  @Override
  public String title() {
    return "torchvision FCN on ResNet" + depth().layers();
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("classifier.0.weight")
        && names.contains("classifier.4.weight")
        && isTrunk(TRUNK, names);
  }

  @Override
  Translation translate(Translation weights) throws IOException {
    trunk(TRUNK, weights)
        .folded("classifier.0", "classifier.1", "head")
        .layer("classifier.4", "score_8");
    if (weights.has("aux_classifier.4.weight")) {
      weights
          .folded("aux_classifier.0", "aux_classifier.1", "auxiliary")
          .layer("aux_classifier.4", AUXILIARY);
    }
    return weights;
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices) {
    boolean auxiliary = weights.tensors().containsKey(AUXILIARY + ".weight");
    return super.describe(weights, choices)
        .withStride(8)
        .withGeometry(Geometry.CELL_CENTRES)
        .withHead(
            auxiliary ? Head.CONVOLVED_AUXILIARY : Head.CONVOLVED, weights.channels("head", 512))
        .withVariants(EnumSet.of(Variant.FCN_8S))
        .withClasses(weights.channels("score_8", choices.classes()));
  }

  @Override
  public Optional<LabelScheme> labels() throws DataException {
    return Optional.of(LabelScheme.ofNames(VocClasses.NAMES));
  }
}
