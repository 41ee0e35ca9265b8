package org.maskwright.app.compare;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.dialog.NameConverter;
import org.maskwright.app.session.PaintMode;
import org.maskwright.app.session.Painting;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.LabelClass;

/** Which pixels the tools may paint over. */
final class PaintModeView extends VBox {

  private final Texts texts;

  PaintModeView(Painting painting, Texts texts) {
    this.texts = texts;
    getStyleClass().add("option-row");
    ComboBox<PaintMode> modes = new ComboBox<>();
    modes.setId("paintMode");
    modes.setMaxWidth(Double.MAX_VALUE);
    modes.getItems().setAll(PaintMode.values());
    modes.valueProperty().bindBidirectional(painting.modeProperty());
    modes.setConverter(new NameConverter<>(this::name));
    // A closed box keeps its text until it gets another cell to show it in. Bound, since texts
    // outlive the project.
    modes
        .buttonCellProperty()
        .bind(Bindings.createObjectBinding(ModeCell::new, texts.languageProperty()));
    Label name = OptionRows.caption(texts, "editor.paintMode");
    name.setLabelFor(modes);
    modes.accessibleTextProperty().bind(texts.observe("editor.paintMode"));
    getChildren().addAll(name, modes, classes(painting));
  }

  private ComboBox<LabelClass> classes(Painting painting) {
    ComboBox<LabelClass> classes = new ComboBox<>();
    classes.setId("paintModeClass");
    classes.setMaxWidth(Double.MAX_VALUE);
    classes.accessibleTextProperty().bind(texts.observe("mode.ONE_CLASS"));
    classes.setConverter(new NameConverter<>(LabelClass::name));
    painting
        .schemeProperty()
        .subscribe(
            scheme -> {
              classes.getItems().setAll(scheme.active());
              classes.setValue(scheme.get(scheme.resolve(painting.modeClassProperty().get())));
            });
    classes
        .valueProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) {
                painting.modeClassProperty().set(now.index());
              }
            });
    classes
        .visibleProperty()
        .bind(painting.modeProperty().map(mode -> mode == PaintMode.ONE_CLASS));
    classes.managedProperty().bind(classes.visibleProperty());
    return classes;
  }

  private String name(PaintMode mode) {
    return texts.get("mode." + mode.name());
  }

  private final class ModeCell extends ListCell<PaintMode> {

    @Override
    protected void updateItem(@Nullable PaintMode mode, boolean empty) {
      super.updateItem(mode, empty);
      setText(empty || mode == null ? null : name(mode));
    }
  }
}
