package org.maskwright.app.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Texts;

/** The first page: go on with a project, or begin one from photos. */
public final class StartViewModel {

  private final ObjectProperty<Settings> settings;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Consumer<Path> open;

  /**
   * The page's model.
   *
   * @param open opens whatever a person points at: a project, a folder of photos, one photo
   */
  public StartViewModel(
      ObjectProperty<Settings> settings, Dialogs dialogs, Texts texts, Consumer<Path> open) {
    this.settings = settings;
    this.dialogs = dialogs;
    this.texts = texts;
    this.open = open;
  }

  /** A line of the list of recent projects. */
  public record Recent(String name, String folder, boolean present) {}

  public ObservableValue<List<Recent>> recentProperty() {
    return settings.map(
        now ->
            now.recent().stream()
                .map(
                    project ->
                        new Recent(
                            project.name(),
                            project.folder().toString(),
                            Files.isDirectory(project.folder())))
                .toList());
  }

  public void open(Recent recent) {
    open.accept(Path.of(recent.folder()));
  }

  public void forget(Recent recent) {
    settings.set(settings.get().withoutRecent(Path.of(recent.folder())));
  }

  public void openFolder() {
    dialogs.chooseFolder(texts.get("start.chooseFolder"), Optional.empty()).ifPresent(open);
  }

  /** Takes the first of the files that were dropped; a folder before a single photo. */
  public void dropped(List<Path> files) {
    files.stream()
        .filter(Files::isDirectory)
        .findFirst()
        .or(() -> files.stream().findFirst())
        .ifPresent(open);
  }
}
