package org.maskwright.app.compare;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line below the image: what is under the pointer, and how large it is shown. */
public final class StatusBarView extends HBox {

  StatusBarView(EditorViewModel model) {
    Label readOut = new Label();
    readOut.setId("readOut");
    readOut.textProperty().bind(model.readOut().textProperty());
    Label zoom = new Label();
    zoom.textProperty().bind(model.viewport().zoomProperty().multiply(100).asString("%.0f %%"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(readOut, gap, zoom);
    getStyleClass().add("status-bar");
  }
}
