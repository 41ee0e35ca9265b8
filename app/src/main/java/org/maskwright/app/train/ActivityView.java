package org.maskwright.app.train;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** What a page is waiting for, under it; nothing is shown when there is nothing. */
final class ActivityView extends VBox {

  ActivityView(Activity activity) {
    getStyleClass().add("train-activity");
    Label message = new Label();
    message.setId("trainMessage");
    message.setWrapText(true);
    message.setMinHeight(USE_PREF_SIZE);
    message.textProperty().bind(activity.messageProperty());
    message.visibleProperty().bind(activity.messageProperty().isNotEmpty());
    message.managedProperty().bind(message.visibleProperty());
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(activity.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add(Styles.SMALL);
    bar.visibleProperty().bind(activity.busyProperty());
    bar.managedProperty().bind(bar.visibleProperty());
    getChildren().addAll(message, bar);
  }
}
