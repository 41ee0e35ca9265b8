package org.maskwright.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.dialog.FxDialogs;
import org.maskwright.app.session.Settings;
import org.maskwright.app.session.Theme;
import org.maskwright.data.program.UserFolders;

/** Opens the window. */
public final class WorkbenchApp extends Application {

  private static final String STYLE = "/org/maskwright/assets/workbench.css";

  private @Nullable Services services;

  @Override
  public void start(Stage stage) throws IOException {
    Services opened = new Services(UserFolders.current());
    services = opened;
    opened.settings().map(Settings::theme).subscribe(WorkbenchApp::dress);
    FxDialogs dialogs = new FxDialogs(stage, () -> opened.texts().get("dialog.cancel"));
    Workbench workbench = new Workbench(opened, dialogs);
    Scene scene = workbench.scene();
    scene.getStylesheets().add(Objects.requireNonNull(getClass().getResource(STYLE)).toString());
    stage.setTitle("Maskwright");
    stage.setScene(scene);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          workbench.close(Platform::exit);
        });
    stage.show();
    List<String> arguments = getParameters().getUnnamed();
    if (!arguments.isEmpty()) {
      workbench.model().open(Path.of(arguments.get(0)));
    }
  }

  private static void dress(Theme theme) {
    setUserAgentStylesheet(
        theme == Theme.DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  @Override
  public void stop() {
    if (services != null) {
      services.close();
    }
  }
}
