package org.maskwright.app.dialog;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maskwright.app.text.Texts;

/** The pieces that sheets are made of. */
public class Forms {

  private final Texts texts;

  public Forms(Texts texts) {
    this.texts = texts;
  }

  /** A caption over an input. */
  public VBox field(String key, Region input) {
    Label caption = new Label();
    caption.textProperty().bind(texts.observe(key));
    caption.getStyleClass().add(Styles.TEXT_CAPTION);
    caption.setLabelFor(input);
    VBox field = new VBox(caption, input);
    field.getStyleClass().add("form-field");
    return field;
  }

  public Label hint(String key) {
    Label hint = new Label();
    hint.textProperty().bind(texts.observe(key));
    hint.setWrapText(true);
    hint.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    return hint;
  }

  public Button button(String key, Runnable action) {
    Button button = new Button();
    button.setId(key);
    button.textProperty().bind(texts.observe(key));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }

  public CheckBox check(String key, BooleanProperty value) {
    CheckBox box = new CheckBox();
    box.setId(key);
    box.textProperty().bind(texts.observe(key));
    box.setWrapText(true);
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  /** One of a few values, all to be seen. */
  public <T> VBox radios(String prefix, List<T> values, Property<T> chosen) {
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
  public <T> ComboBox<T> choice(List<T> values, Function<T, String> name) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(values);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(new NameConverter<>(name));
    return box;
  }
}
