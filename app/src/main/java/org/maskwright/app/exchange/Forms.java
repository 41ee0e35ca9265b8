package org.maskwright.app.exchange;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maskwright.app.dialog.NameConverter;
import org.maskwright.app.text.Texts;
import org.maskwright.data.format.FormatOption;

/** The pieces that both sheets are made of. */
final class Forms {

  private final Texts texts;

  Forms(Texts texts) {
    this.texts = texts;
  }

  /** A caption over an input. */
  VBox field(String key, Region input) {
    Label caption = new Label();
    caption.textProperty().bind(texts.observe(key));
    caption.getStyleClass().add(Styles.TEXT_CAPTION);
    caption.setLabelFor(input);
    VBox field = new VBox(caption, input);
    field.getStyleClass().add("form-field");
    return field;
  }

  Label hint(String key) {
    Label hint = new Label();
    hint.textProperty().bind(texts.observe(key));
    hint.setWrapText(true);
    hint.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    return hint;
  }

  Button button(String key, Runnable action) {
    Button button = new Button();
    button.setId(key);
    button.textProperty().bind(texts.observe(key));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  CheckBox check(String key, BooleanProperty value) {
    CheckBox box = new CheckBox();
    box.setId(key);
    box.textProperty().bind(texts.observe(key));
    box.setWrapText(true);
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  /** One of a few values, all to be seen. */
  <T> VBox radios(String prefix, List<T> values, Property<T> chosen) {
    ToggleGroup group = new ToggleGroup();
    VBox box = new VBox();
    box.getStyleClass().add("form-radios");
    for (T value : values) {
      RadioButton radio = new RadioButton();
      radio.setId(prefix + value);
      radio.textProperty().bind(texts.observe(prefix + value));
      radio.setWrapText(true);
      radio.setToggleGroup(group);
      radio.setOnAction(e -> chosen.setValue(value));
      chosen.subscribe(now -> radio.setSelected(value.equals(now)));
      box.getChildren().add(radio);
    }
    return box;
  }

  /** One of many values, by name. */
  <T> ComboBox<T> choice(List<T> values, Function<T, String> name) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new NameConverter<>(name));
    return box;
  }

  /** What can be chosen for a format, in words. */
  HBox option(FormatOption option, String value, Consumer<String> chosen) {
    String prefix = "option." + option.key();
    Label name = new Label();
    name.textProperty().bind(texts.observe(prefix));
    name.setWrapText(true);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    ComboBox<String> box = choice(option.choices(), choice -> texts.get(prefix + "." + choice));
    box.setId(prefix);
    box.setValue(value);
    box.accessibleTextProperty().bind(texts.observe(prefix));
    box.valueProperty().addListener((o, before, now) -> chosen.accept(now));
    HBox row = new HBox(name, box);
    row.getStyleClass().add("form-row");
    return row;
  }
}
