package org.maskwright.network.weights.naming;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.VocClasses;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FinalUpsampling;
import org.maskwright.network.weights.TensorFile;

/** The published FCN-AlexNet, which has 32s only. */
final class CaffeFcnAlexNet extends CaffeAlexNet {

  @Override
  public String title() {
    return "Caffe FCN on AlexNet";
  }

  @Override
  public boolean recognises(Set<String> names) {
    return names.contains("conv5.weight") && names.contains("score_fr.weight");
  }

  @Override
  public Translation translate(TensorFile file) throws IOException {
    Translation weights = trunk(file).layer("score_fr", "score_32");
    return file.tensors().containsKey("upscore.weight")
        ? weights.weight("upscore", "final_32")
        : weights;
  }

  @Override
  public ArchitectureDescription describe(Translation weights, ImportChoices choices)
      throws IOException {
    boolean learned =
        weights.tensors().containsKey("final_32.weight")
            && !weights.dropIfBilinear("final_32.weight");
    return super.describe(weights, choices)
        .withClasses(weights.channels("score_32", choices.classes()))
        .withHead(
            head ->
                head.withFinalUpsampling(
                    learned ? FinalUpsampling.LEARNED : FinalUpsampling.FIXED));
  }

  @Override
  public Optional<LabelScheme> labels() throws DataException {
    return Optional.of(LabelScheme.ofNames(VocClasses.NAMES));
  }
}
