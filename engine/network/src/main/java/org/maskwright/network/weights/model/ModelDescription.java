package org.maskwright.network.weights.model;

import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Preprocessing;

/**
 * Everything about a model but its weights.
 *
 * @param workingScale how much an image is enlarged before the network sees it, as in training
 * @param labels the classes that its scores stand for, one a channel
 */
public record ModelDescription(
    ArchitectureDescription architecture,
    Preprocessing preprocessing,
    double workingScale,
    LabelScheme labels,
    ModelCard card) {

  private static final double MAX_SCALE = 16;

  public ModelDescription {
    if (labels.size() != architecture.classes()) {
      throw new IllegalArgumentException(
          labels.size() + " classes for " + architecture.classes() + " scores");
    }
    if (!(workingScale >= 1 / MAX_SCALE && workingScale <= MAX_SCALE)) {
      throw new IllegalArgumentException("working scale: " + workingScale);
    }
  }

  public ModelDescription withArchitecture(ArchitectureDescription newArchitecture) {
    return new ModelDescription(newArchitecture, preprocessing, workingScale, labels, card);
  }

  public ModelDescription withCard(ModelCard newCard) {
    return new ModelDescription(architecture, preprocessing, workingScale, labels, newCard);
  }
}
