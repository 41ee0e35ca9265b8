package org.maskwright.app.compare;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.proposal.KnownModel;

/** A box to choose one of the engine's models. */
final class ModelChoice {

  private ModelChoice() {}

  static ComboBox<KnownModel> box(
      ObservableValue<List<KnownModel>> models, ObjectProperty<Optional<KnownModel>> chosen) {
    ComboBox<KnownModel> box = new ComboBox<>();
    box.setConverter(new Name());
    models.subscribe(
        all -> {
          Optional<KnownModel> kept = chosen.get();
          box.getItems().setAll(all);
          box.setValue(kept.orElse(null));
        });
    chosen.subscribe(now -> box.setValue(now.orElse(null)));
    box.setOnAction(
        e -> {
          // Items that come and go choose nothing by themselves.
          if (box.getValue() != null && box.getItems().contains(box.getValue())) {
            chosen.set(Optional.of(box.getValue()));
          }
        });
    return box;
  }

  private static final class Name extends StringConverter<KnownModel> {

    @Override
    public String toString(@Nullable KnownModel model) {
      return model == null ? "" : model.name();
    }

    @Override
    public KnownModel fromString(String text) {
      throw new UnsupportedOperationException("nobody types a model here");
    }
  }
}
