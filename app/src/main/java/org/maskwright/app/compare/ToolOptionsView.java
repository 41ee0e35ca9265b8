package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import org.maskwright.app.session.Painting;
import org.maskwright.app.text.Texts;

/** How the tools are set. */
public final class ToolOptionsView extends VBox {

  private static final double LARGEST_ON_SLIDER = 100;

  private final Painting painting;

  public ToolOptionsView(Painting painting, Texts texts) {
    this.painting = painting;
    getStyleClass().add("side-section");
    Label caption = new Label();
    caption.textProperty().bind(texts.observe("editor.brushSize"));
    caption.getStyleClass().add(Styles.TEXT_CAPTION);
    getChildren().addAll(caption, brushSize());
  }

  private Slider brushSize() {
    Slider slider = new Slider(1, LARGEST_ON_SLIDER, painting.options().brushRadius());
    slider.setId("brushSize");
    slider
        .valueProperty()
        .addListener(
            (o, before, now) -> {
              // A brush larger than the slider stays as large when the slider shows its end.
              int shown = (int) Math.min(LARGEST_ON_SLIDER, painting.options().brushRadius());
              if (now.intValue() != shown) {
                painting.change(options -> options.withBrushRadius(now.intValue()));
              }
            });
    painting.optionsProperty().subscribe(options -> slider.setValue(options.brushRadius()));
    return slider;
  }
}
