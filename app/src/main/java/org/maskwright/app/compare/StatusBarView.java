package org.maskwright.app.compare;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The line below the image: how the engine is, what is half done, what is under the pointer, and
 * the zoom.
 */
public final class StatusBarView extends HBox {

  StatusBarView(EditorViewModel model, Node engine) {
    Label pending = new Label();
    pending.setId("pending");
    pending.textProperty().bind(model.pendingProperty());
    pending.getStyleClass().add(Styles.ACCENT);
    Label readOut = new Label();
    readOut.setId("readOut");
    readOut.textProperty().bind(model.readOut().textProperty());
    Label zoom = new Label();
    zoom.setId("zoom");
    zoom.textProperty()
        .bind(
            model
                .viewport()
                .zoomProperty()
                .map(now -> String.format(Locale.ROOT, "%.0f %%", now.doubleValue() * 100)));
    zoom.getStyleClass().add("value-label");
    zoom.setMinWidth(USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(engine, pending, gap, readOut, zoom);
    getStyleClass().add("status-bar");
  }
}
