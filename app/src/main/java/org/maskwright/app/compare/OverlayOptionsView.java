package org.maskwright.app.compare;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.maskwright.app.keys.Command;
import org.maskwright.app.text.Texts;

/** How the mask looks over the image. */
public final class OverlayOptionsView extends VBox {

  private static final double SWATCH = 12;
  private static final List<String> MAKERS =
      List.of("provenance.person", "provenance.MODEL", "provenance.IMPORT");

  private final EditorViewModel model;
  private final Texts texts;

  public OverlayOptionsView(EditorViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    OverlaysViewModel overlays = model.overlays();
    getStyleClass().add("side-section");
    Slider opacity = new Slider(0, 1, overlays.opacityProperty().get());
    opacity.setId("opacity");
    opacity.setBlockIncrement(0.05);
    getChildren()
        .addAll(
            OptionRows.percent(texts, "editor.opacity", opacity, overlays.opacityProperty()),
            check("overlayShown", Command.TOGGLE_OVERLAY, overlays.shownProperty()),
            check("overlayOutlined", Command.OUTLINE, overlays.outlinedProperty()),
            check("overlayHatched", Command.HATCHING, overlays.hatchedProperty()),
            check("overlayProvenance", Command.PROVENANCE, overlays.provenanceProperty()),
            legend(overlays));
  }

  private CheckBox check(String id, Command command, BooleanProperty property) {
    CheckBox box = new CheckBox();
    box.setId(id);
    box.textProperty().bind(texts.observe("editor." + id));
    box.selectedProperty().bindBidirectional(property);
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(model.nameOf(command));
    box.setTooltip(tip);
    return box;
  }

  private HBox legend(OverlaysViewModel overlays) {
    HBox row = new HBox();
    row.getStyleClass().add("card-row");
    for (int i = 0; i < MAKERS.size(); i++) {
      int rgb = OverlaysViewModel.provenanceColours().get(i);
      Label label = new Label();
      label.setGraphic(
          new Rectangle(SWATCH, SWATCH, Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF)));
      label.textProperty().bind(texts.observe(MAKERS.get(i)));
      row.getChildren().add(label);
    }
    row.visibleProperty().bind(overlays.provenanceProperty());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }
}
