package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.maskwright.app.text.Texts;

/** The rows of the side panel: a name, the value beside it, a slider below. */
final class OptionRows {

  private OptionRows() {}

  static Label caption(Texts texts, String key) {
    Label label = new Label();
    label.textProperty().bind(texts.observe(key));
    label.getStyleClass().add(Styles.TEXT_CAPTION);
    return label;
  }

  /** A slider over a value, which is shown by a pattern such as {@code %.0f px}. */
  static VBox slider(Texts texts, String key, Slider slider, ObservableValue<String> shown) {
    Label name = caption(texts, key);
    name.setLabelFor(slider);
    slider.accessibleTextProperty().bind(texts.observe(key));
    Label value = new Label();
    value.textProperty().bind(shown);
    value.getStyleClass().addAll(Styles.TEXT_CAPTION, Styles.TEXT_MUTED);
    value.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    VBox row = new VBox(new HBox(name, gap, value), slider);
    row.getStyleClass().add("option-row");
    return row;
  }

  /** A slider for a fraction, shown in percent. */
  static VBox percent(Texts texts, String key, Slider slider, DoubleProperty fraction) {
    Property<Number> value = slider.valueProperty();
    value.bindBidirectional(fraction);
    return slider(
        texts,
        key,
        slider,
        Bindings.createStringBinding(() -> Math.round(fraction.get() * 100) + " %", fraction));
  }
}
