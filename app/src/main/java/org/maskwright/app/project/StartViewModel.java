package org.maskwright.app.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.session.RecentProject;
import org.maskwright.app.session.Settings;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;

/** The first page: go on with a project, or begin one from photos. */
public final class StartViewModel {

  private final ObjectProperty<Settings> settings;
  private final Tasks tasks;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Consumer<Path> open;
  private final ReadOnlyObjectWrapper<List<Recent>> recent = new ReadOnlyObjectWrapper<>(List.of());
  private Set<Path> missing = Set.of();

  /**
   * The page's model.
   *
   * @param open opens whatever a person points at: a project, a folder of photos, one photo
   */
  public StartViewModel(
      ObjectProperty<Settings> settings,
      NewProjectViewModel.Surroundings around,
      Consumer<Path> open) {
    this.settings = settings;
    this.tasks = around.tasks();
    this.dialogs = around.dialogs();
    this.texts = around.texts();
    this.open = open;
    settings.subscribe(now -> list());
    texts.languageProperty().addListener(o -> list());
    lookForMissing();
  }

  /** A line of the list of recent projects. */
  public record Recent(String name, String folder, String when, boolean present) {}

  private void list() {
    recent.set(settings.get().recent().stream().map(this::line).toList());
  }

  private Recent line(RecentProject project) {
    boolean present = !missing.contains(project.folder());
    String when =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
            .withLocale(texts.languageProperty().get().locale())
            .withZone(ZoneId.systemDefault())
            .format(project.opened());
    return new Recent(
        project.name(),
        project.folder().toString(),
        present ? when : texts.get("start.missing"),
        present);
  }

  /** A drive that sleeps answers slowly; the page does not wait for it. */
  private void lookForMissing() {
    List<Path> folders = settings.get().recent().stream().map(RecentProject::folder).toList();
    tasks.start(
        progress -> {
          Set<Path> gone = new HashSet<>(folders);
          gone.removeIf(Files::isDirectory);
          return gone;
        },
        new Outcome<>(
            gone -> {
              missing = gone;
              list();
            },
            failure -> {}));
  }

  public ReadOnlyObjectProperty<List<Recent>> recentProperty() {
    return recent.getReadOnlyProperty();
  }

  public void open(Recent project) {
    open.accept(Path.of(project.folder()));
  }

  public void forget(Recent project) {
    settings.set(settings.get().withoutRecent(Path.of(project.folder())));
  }

  public void openFolder() {
    dialogs.chooseFolder(texts.get("start.chooseFolder"), Optional.empty()).ifPresent(open);
  }

  public void openPhoto() {
    dialogs.chooseFile(texts.get("start.choosePhoto"), Optional.empty()).ifPresent(open);
  }
}
