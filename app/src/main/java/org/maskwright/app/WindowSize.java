package org.maskwright.app;

import javafx.beans.property.ObjectProperty;
import javafx.stage.Stage;
import org.maskwright.app.session.Layout;
import org.maskwright.app.session.Settings;

/** Opens the window as large as it was closed. */
final class WindowSize {

  private final Stage stage;
  private final ObjectProperty<Settings> settings;

  private WindowSize(Stage stage, ObjectProperty<Settings> settings) {
    this.stage = stage;
    this.settings = settings;
  }

  static void remember(Stage stage, ObjectProperty<Settings> settings) {
    WindowSize size = new WindowSize(stage, settings);
    stage.setMaximized(settings.get().layout().maximized());
    stage.maximizedProperty().addListener(o -> size.changed());
    stage.widthProperty().addListener(o -> size.changed());
    stage.heightProperty().addListener(o -> size.changed());
  }

  /** While maximized, the size to go back to is the one worth keeping. */
  private void changed() {
    if (!stage.isShowing()) {
      return;
    }
    Layout before = settings.get().layout();
    Layout now = before.withMaximized(stage.isMaximized());
    if (!stage.isMaximized() && stage.getScene() != null) {
      now = now.withSize(stage.getScene().getWidth(), stage.getScene().getHeight());
    }
    if (!now.equals(before)) {
      settings.set(settings.get().withLayout(now));
    }
  }
}
