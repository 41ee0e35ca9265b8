package org.maskwright.app.train;

import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.dialog.NameConverter;
import org.maskwright.app.proposal.KnownModel;

/** A box from which one model is chosen. */
final class ModelChoice {

  private static final int DIGITS = 8;

  private ModelChoice() {}

  static ComboBox<KnownModel> of(
      ObservableList<KnownModel> models, ObjectProperty<@Nullable KnownModel> chosen) {
    ComboBox<KnownModel> box = new ComboBox<>(models);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new NameConverter<>(ModelChoice::text));
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }

  /** Models may have the same name; their hashes differ. */
  private static String text(KnownModel model) {
    return model.name()
        + "   ·   "
        + String.join("/", model.variants())
        + "   ·   ×"
        + Math.round(model.workingScale() * 100) / 100.0
        + (model.workingSide() > 0 ? " ≤ " + model.workingSide() : "")
        + "   ·   "
        + model.hash().substring(0, DIGITS);
  }
}
