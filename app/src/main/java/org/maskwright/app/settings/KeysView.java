package org.maskwright.app.settings;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.keys.KeyPreset;
import org.maskwright.app.text.Texts;

/** The table of keys, with a field to search it. */
final class KeysView extends BorderPane {

  private final KeysViewModel model;
  private final Texts texts;
  private final List<Section> sections = new ArrayList<>();
  private final Label nothing = new Label();
  private boolean showingPreset;

  KeysView(KeysViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    VBox table = new VBox();
    table.getStyleClass().add("keys-table");
    for (KeyGroup group : KeyGroup.values()) {
      Section section = section(group);
      sections.add(section);
      table.getChildren().add(section.heading());
      table.getChildren().addAll(section.rows());
    }
    nothing.getStyleClass().add(Styles.TEXT_MUTED);
    nothing.textProperty().bind(texts.observe("keys.nothing"));
    table.getChildren().add(nothing);
    ScrollPane scroll = new ScrollPane(table);
    scroll.setFitToWidth(true);
    setTop(bar());
    setCenter(scroll);
    model.searchProperty().addListener(o -> update());
    model.keysProperty().subscribe(keys -> update());
    model.captureProperty().addListener(o -> update());
    texts.languageProperty().addListener(o -> update());
  }

  /** A heading with the rows under it. */
  private record Section(Label heading, List<KeyRow> rows) {}

  private Section section(KeyGroup group) {
    Label heading = new Label();
    heading.textProperty().bind(texts.observe(group.textKey()));
    heading.getStyleClass().addAll(Styles.TEXT_CAPTION, "keys-heading");
    List<KeyRow> rows =
        group.commands().stream().map(command -> new KeyRow(command, model, texts)).toList();
    return new Section(heading, rows);
  }

  private HBox bar() {
    TextField search = new TextField();
    search.setId("keySearch");
    search.promptTextProperty().bind(texts.observe("keys.search"));
    search.accessibleTextProperty().bind(texts.observe("keys.search"));
    search.textProperty().bindBidirectional(model.searchProperty());
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox bar = new HBox(search, presets());
    bar.getStyleClass().add("keys-bar");
    return bar;
  }

  private ComboBox<KeyPreset> presets() {
    ComboBox<KeyPreset> box = new ComboBox<>();
    box.setId("keyPreset");
    box.getItems().setAll(KeyPreset.values());
    box.setCellFactory(list -> new PresetCell());
    box.accessibleTextProperty().bind(texts.observe("keys.preset"));
    texts.languageProperty().subscribe(now -> box.setButtonCell(new PresetCell()));
    model.presetProperty().subscribe(preset -> show(box, preset));
    box.valueProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null && !showingPreset) {
                model.use(now);
                show(box, model.presetProperty().getValue());
              }
            });
    return box;
  }

  private void show(ComboBox<KeyPreset> box, Optional<KeyPreset> preset) {
    showingPreset = true;
    box.setValue(preset.orElse(null));
    showingPreset = false;
  }

  private void update() {
    boolean any = false;
    for (Section section : sections) {
      boolean shown = false;
      for (KeyRow row : section.rows()) {
        boolean found = model.isFound(row.command());
        row.setVisible(found);
        row.setManaged(found);
        row.update();
        shown |= found;
      }
      section.heading().setVisible(shown);
      section.heading().setManaged(shown);
      any |= shown;
    }
    nothing.setVisible(!any);
    nothing.setManaged(!any);
  }

  /** A preset's name; without one, that the keys are a person's own. */
  private final class PresetCell extends ListCell<KeyPreset> {

    @Override
    protected void updateItem(@Nullable KeyPreset item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? texts.get("keys.preset.own") : texts.get(item.textKey()));
    }
  }
}
