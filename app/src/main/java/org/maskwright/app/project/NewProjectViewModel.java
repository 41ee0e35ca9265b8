package org.maskwright.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageRoot;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;

/** Begins a project over a folder of photos: where it lives, and which classes it has. */
public final class NewProjectViewModel {

  private static final String FIRST_CLASS = "background";
  private static final Pattern SEPARATOR = Pattern.compile("[\\n\\r,;，；]");

  private final Path photos;
  private final Workplace workplace;
  private final Tasks tasks;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Consumer<Project> created;
  private final StringProperty home = new SimpleStringProperty();
  private final StringProperty classes = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<String>> error =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** What a new project needs from the rest of the window. */
  public record Surroundings(Workplace workplace, Tasks tasks, Dialogs dialogs, Texts texts) {}

  public NewProjectViewModel(Path photos, Surroundings around, Consumer<Project> created) {
    this.photos = photos.toAbsolutePath().normalize();
    this.workplace = around.workplace();
    this.tasks = around.tasks();
    this.dialogs = around.dialogs();
    this.texts = around.texts();
    this.created = created;
    home.set(proposal().toString());
  }

  /** Beside the photos, never inside: nothing is written into a photo folder. */
  private Path proposal() {
    String name = String.valueOf(photos.getFileName());
    for (int number = 1; ; number++) {
      String suffix = number == 1 ? "" : " " + number;
      Path place = photos.resolveSibling(name + " masks" + suffix);
      if (!Files.exists(place)) {
        return place;
      }
    }
  }

  public String photos() {
    return photos.toString();
  }

  public StringProperty homeProperty() {
    return home;
  }

  /** Names by line or comma, the background first or left out. */
  public StringProperty classesProperty() {
    return classes;
  }

  public ReadOnlyObjectProperty<Optional<String>> errorProperty() {
    return error.getReadOnlyProperty();
  }

  public void chooseHome() {
    dialogs
        .chooseFolder(texts.get("new.chooseHome"), Optional.ofNullable(photos.getParent()))
        .ifPresent(folder -> home.set(folder.toString()));
  }

  public void create() {
    error.set(Optional.empty());
    Path place = Path.of(home.get().strip()).toAbsolutePath().normalize();
    if (place.startsWith(photos)) {
      error.set(Optional.of(texts.get("new.insidePhotos")));
      return;
    }
    String list = classes.get();
    tasks.start(
        progress ->
            Project.create(
                place, scheme(list), List.of(new ImageRoot(rootName(), photos)), workplace),
        new Outcome<>(created, this::failed));
  }

  private void failed(Exception reason) {
    error.set(
        Optional.of(
            reason instanceof DataException known
                ? texts.get(known.problem())
                : texts.get("new.failed", String.valueOf(reason.getMessage()))));
  }

  private String rootName() {
    Path name = photos.getFileName();
    return name == null ? "photos" : name.toString();
  }

  private static LabelScheme scheme(String list) throws IOException {
    List<String> names = new ArrayList<>();
    SEPARATOR.splitAsStream(list).map(String::strip).filter(n -> !n.isEmpty()).forEach(names::add);
    boolean named = !names.isEmpty() && names.get(0).toLowerCase(Locale.ROOT).equals(FIRST_CLASS);
    if (!named) {
      names.add(0, FIRST_CLASS);
    }
    return LabelScheme.ofNames(names);
  }
}
