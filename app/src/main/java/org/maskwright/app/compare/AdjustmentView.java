package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.Property;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.maskwright.app.text.Texts;

/** Brightness, contrast and gamma of what is shown. */
public final class AdjustmentView extends TitledPane {

  private final Texts texts;

  public AdjustmentView(AdjustmentViewModel model, Texts texts) {
    this.texts = texts;
    setId("adjustment");
    getStyleClass().addAll(Styles.DENSE);
    textProperty().bind(texts.observe("adjust.title"));
    setExpanded(false);
    setAnimated(false);
    Button reset = new Button();
    reset.setId("adjustReset");
    reset.textProperty().bind(texts.observe("adjust.reset"));
    reset.getStyleClass().add(Styles.SMALL);
    reset.setOnAction(e -> model.reset());
    reset.disableProperty().bind(model.adjustmentProperty().map(adjustment -> adjustment.isNone()));
    VBox rows =
        new VBox(
            row("brightness", new Slider(-0.5, 0.5, 0), model.brightnessProperty()),
            row("contrast", new Slider(0.2, 3, 1), model.contrastProperty()),
            row("gamma", new Slider(0.2, 3, 1), model.gammaProperty()),
            reset);
    rows.getStyleClass().add("side-section");
    setContent(rows);
  }

  private VBox row(String id, Slider slider, DoubleProperty property) {
    slider.setId(id);
    slider.setBlockIncrement(0.05);
    slider.setValue(property.get());
    Property<Number> value = slider.valueProperty();
    value.bindBidirectional(property);
    return OptionRows.slider(
        texts,
        "adjust." + id,
        slider,
        Bindings.createStringBinding(
            () -> String.format(Locale.ROOT, "%.2f", property.get()), property));
  }
}
