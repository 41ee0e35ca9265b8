package org.maskwright.app.dialog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The toolkit's own dialogs over a window. */
public final class FxDialogs implements Dialogs {

  private final Window owner;
  private final Supplier<String> cancelText;

  public FxDialogs(Window owner, Supplier<String> cancelText) {
    this.owner = owner;
    this.cancelText = cancelText;
  }

  @Override
  public Optional<Path> chooseFolder(String title, Optional<Path> start) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    // The native dialogs fail on a start that is not there.
    start.filter(Files::isDirectory).ifPresent(p -> chooser.setInitialDirectory(p.toFile()));
    return Optional.ofNullable(chooser.showDialog(owner)).map(java.io.File::toPath);
  }

  @Override
  public Optional<Path> chooseFile(String title, Optional<Path> start) {
    FileChooser chooser = fileChooser(title, start);
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(java.io.File::toPath);
  }

  @Override
  public Optional<Path> saveFile(String title, Optional<Path> start, String name) {
    FileChooser chooser = fileChooser(title, start);
    chooser.setInitialFileName(name);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(java.io.File::toPath);
  }

  private static FileChooser fileChooser(String title, Optional<Path> start) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    start.filter(Files::isDirectory).ifPresent(p -> chooser.setInitialDirectory(p.toFile()));
    return chooser;
  }

  @Override
  public boolean confirm(String title, String explanation, String action) {
    ButtonType doIt = new ButtonType(action, ButtonBar.ButtonData.OTHER);
    ButtonType cancel = new ButtonType(cancelText.get(), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, explanation, doIt, cancel);
    alert.initOwner(owner);
    alert.setTitle(title);
    alert.setHeaderText(title);
    ((Button) alert.getDialogPane().lookupButton(doIt)).setDefaultButton(false);
    ((Button) alert.getDialogPane().lookupButton(cancel)).setDefaultButton(true);
    return alert.showAndWait().filter(doIt::equals).isPresent();
  }

  @Override
  public OptionalInt choose(String title, String explanation, List<String> actions) {
    List<ButtonType> buttons =
        actions.stream().map(a -> new ButtonType(a, ButtonBar.ButtonData.OTHER)).toList();
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, explanation);
    alert.getButtonTypes().setAll(buttons);
    alert.getButtonTypes().add(new ButtonType(cancelText.get(), ButtonBar.ButtonData.CANCEL_CLOSE));
    alert.initOwner(owner);
    alert.setTitle(title);
    alert.setHeaderText(title);
    int chosen = alert.showAndWait().map(buttons::indexOf).orElse(-1);
    return chosen < 0 ? OptionalInt.empty() : OptionalInt.of(chosen);
  }
}
