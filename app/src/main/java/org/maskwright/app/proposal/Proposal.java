package org.maskwright.app.proposal;

import java.util.List;
import java.util.Optional;
import org.maskwright.app.engine.EnginePrediction.VariantAnswer;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ProposedMask;

/**
 * What a model proposes for an image, in the model's own classes, and what those are in the
 * project. It does not change.
 */
public record Proposal(ImageId image, KnownModel model, ClassMap map, ImagePrediction prediction) {

  /** The same with its classes mapped otherwise. */
  public Proposal withMap(ClassMap changed) {
    return new Proposal(image, model, changed, prediction);
  }

  /** What its variants are called, the coarsest first. */
  public List<String> variants() {
    return List.copyOf(prediction.said().variants().keySet());
  }

  public Optional<VariantAnswer> variant(String label) {
    return prediction.variant(label);
  }

  /** Whether what it says of pixels was drawn to the borders in the image. */
  public boolean isRefined() {
    return prediction.said().refined();
  }

  /** One variant's answer as the project's classes, which can be taken into a mask. */
  public Optional<ProposedMask> mask(String variant, LabelScheme scheme) {
    return variant(variant)
        .map(
            answer ->
                new ProposedMask(
                    model.sourceName(variant, isRefined()),
                    prediction.planes(answer),
                    map,
                    scheme));
  }

  /** For each class of the model the project's, or 255 for what is not taken. */
  public byte[] table(LabelScheme scheme) {
    return map.table(scheme);
  }

  /**
   * A variant's classes of the model at the image's own size, row by row; {@link #table} says what
   * they are in the project. Not to be changed.
   */
  public Optional<byte[]> classes(String variant) {
    return variant(variant).map(prediction::classes);
  }
}
