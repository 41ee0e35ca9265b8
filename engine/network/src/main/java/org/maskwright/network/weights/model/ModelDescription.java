package org.maskwright.network.weights.model;

import java.util.Optional;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.refine.CrfSettings;

/**
 * Everything about a model but its weights.
 *
 * @param workingScale how large the network sees an image, as in training
 * @param labels the classes that its scores stand for, one a channel
 * @param refinement the dense CRF that suits its answers best, where that was found out
 */
public record ModelDescription(
    ArchitectureDescription architecture,
    Preprocessing preprocessing,
    WorkingScale workingScale,
    LabelScheme labels,
    ModelCard card,
    Optional<CrfSettings> refinement) {

  public ModelDescription {
    if (labels.size() != architecture.classes()) {
      throw new IllegalArgumentException(
          labels.size() + " classes for " + architecture.classes() + " scores");
    }
  }

  /** A model of which nobody knows how its answers are best refined. */
  public ModelDescription(
      ArchitectureDescription architecture,
      Preprocessing preprocessing,
      WorkingScale workingScale,
      LabelScheme labels,
      ModelCard card) {
    this(architecture, preprocessing, workingScale, labels, card, Optional.empty());
  }

  public ModelDescription withArchitecture(ArchitectureDescription newArchitecture) {
    return new ModelDescription(
        newArchitecture, preprocessing, workingScale, labels, card, refinement);
  }

  public ModelDescription withWorkingScale(WorkingScale newScale) {
    return new ModelDescription(architecture, preprocessing, newScale, labels, card, refinement);
  }

  public ModelDescription withCard(ModelCard newCard) {
    return new ModelDescription(
        architecture, preprocessing, workingScale, labels, newCard, refinement);
  }

  public ModelDescription withRefinement(CrfSettings settings) {
    return new ModelDescription(
        architecture, preprocessing, workingScale, labels, card, Optional.of(settings));
  }
}
