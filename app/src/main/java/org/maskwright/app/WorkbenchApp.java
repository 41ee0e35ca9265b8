package org.maskwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.dialog.FxDialogs;
import org.maskwright.data.program.UserFolders;

/** Opens the window. */
public final class WorkbenchApp extends Application {

  private static final String STYLE = "/org/maskwright/assets/workbench.css";

  private @Nullable Services services;

  @Override
  public void start(Stage stage) throws IOException {
    Services opened = new Services(UserFolders.current());
    services = opened;
    Faces faces = new Faces(opened.settings());
    FxDialogs dialogs = new FxDialogs(stage, () -> opened.texts().get("dialog.cancel"));
    Workbench workbench = new Workbench(opened, dialogs, new Desk(faces::toggle, this::openFolder));
    Scene scene = workbench.scene();
    scene.getStylesheets().add(Objects.requireNonNull(getClass().getResource(STYLE)).toString());
    stage.titleProperty().bind(workbench.model().title());
    stage.setScene(scene);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          workbench.close(Platform::exit);
        });
    WindowSize.remember(stage, opened.settings());
    stage.show();
    StartClock.startIfWanted();
    List<String> arguments = getParameters().getUnnamed();
    if (!arguments.isEmpty()) {
      workbench.model().open(Path.of(arguments.get(0)));
    }
  }

  private void openFolder(Path folder) {
    Path shown = Files.isDirectory(folder) ? folder : folder.resolveSibling("");
    getHostServices().showDocument(shown.toUri().toString());
  }

  @Override
  public void stop() {
    if (services != null) {
      services.close();
    }
  }
}
