package org.maskwright.app.exchange;

import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.maskwright.app.text.Texts;
import org.maskwright.data.format.FormatOption;

/** The pieces that both sheets are made of. */
final class Forms extends org.maskwright.app.dialog.Forms {

  private final Texts texts;

  Forms(Texts texts) {
    super(texts);
    this.texts = texts;
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
