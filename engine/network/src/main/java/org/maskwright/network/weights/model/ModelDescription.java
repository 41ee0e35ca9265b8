package org.maskwright.network.weights.model;

import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.WorkingScale;

/**
 * Everything about a model but its weights.
 *
 * @param workingScale how large the network sees an image, as in training
 * @param labels the classes that its scores stand for, one a channel
 */
public record ModelDescription(
    ArchitectureDescription architecture,
    Preprocessing preprocessing,
    WorkingScale workingScale,
    LabelScheme labels,
    ModelCard card) {

  public ModelDescription {
    if (labels.size() != architecture.classes()) {
      throw new IllegalArgumentException(
          labels.size() + " classes for " + architecture.classes() + " scores");
    }
  }

  public ModelDescription withArchitecture(ArchitectureDescription newArchitecture) {
    return new ModelDescription(newArchitecture, preprocessing, workingScale, labels, card);
  }

  public ModelDescription withWorkingScale(WorkingScale newScale) {
    return new ModelDescription(architecture, preprocessing, newScale, labels, card);
  }

  public ModelDescription withCard(ModelCard newCard) {
    return new ModelDescription(architecture, preprocessing, workingScale, labels, newCard);
  }
}
