package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import javafx.beans.property.Property;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import org.maskwright.app.text.Texts;

/** How the mask looks over the image. */
public final class OverlayOptionsView extends VBox {

  public OverlayOptionsView(OverlaysViewModel model, Texts texts) {
    getStyleClass().add("side-section");
    Label caption = new Label();
    caption.textProperty().bind(texts.observe("editor.opacity"));
    caption.getStyleClass().add(Styles.TEXT_CAPTION);
    Slider opacity = new Slider(0, 1, model.opacityProperty().get());
    opacity.setId("opacity");
    Property<Number> value = opacity.valueProperty();
    value.bindBidirectional(model.opacityProperty());
    getChildren().addAll(caption, opacity);
  }
}
