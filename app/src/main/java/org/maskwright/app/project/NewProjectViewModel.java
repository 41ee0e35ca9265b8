package org.maskwright.app.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.data.label.VocClasses;
import org.maskwright.data.project.PhotoSurvey;
import org.maskwright.data.project.Workplace;

/** Begins a project over a folder of photos: where it lives, and which classes it has. */
public final class NewProjectViewModel {

  private final Arrival.Photos arrived;
  private final Path photos;
  private final Workplace workplace;
  private final Tasks tasks;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Consumer<NewProject.Made> created;
  private final StringProperty home = new SimpleStringProperty();
  private final StringProperty classes = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper progressText = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<String>> error =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private RunningTask counting = () -> {};
  private RunningTask making = () -> {};

  /** What a new project needs from the rest of the window. */
  public record Surroundings(Workplace workplace, Tasks tasks, Dialogs dialogs, Texts texts) {}

  public NewProjectViewModel(
      Arrival.Photos arrived, Surroundings around, Consumer<NewProject.Made> created) {
    this.arrived = arrived;
    this.photos = arrived.folder().toAbsolutePath().normalize();
    this.workplace = around.workplace();
    this.tasks = around.tasks();
    this.dialogs = around.dialogs();
    this.texts = around.texts();
    this.created = created;
    home.set(Placement.beside(photos).toString());
    arrived.labels().ifPresent(labels -> show(labels.classes()));
    count();
  }

  /** Counts while a person still decides. */
  private void count() {
    PhotoSurvey survey = new PhotoSurvey(photos);
    say(survey.soFar());
    counting =
        tasks.start(
            survey::run,
            new Outcome<>(
                this::say,
                failure -> found.set(texts.reason(failure)),
                (phase, done, total) -> say(survey.soFar())));
  }

  private void say(PhotoSurvey.Count count) {
    String text = texts.get(key(count), count.photos(), count.pages());
    found.set(
        count.unreadable() == 0
            ? text
            : text + " · " + texts.get("new.unreadable", count.unreadable()));
  }

  private static String key(PhotoSurvey.Count count) {
    if (!count.whole()) {
      return "new.counting";
    } else if (count.photos() == 0) {
      return "new.noPhotos";
    }
    return count.pages() == count.photos() ? "new.counted" : "new.countedPages";
  }

  public String photos() {
    return photos.toString();
  }

  /** What the labels are that came with the photos; empty if they came alone. */
  public Optional<String> labels() {
    return arrived
        .labels()
        .map(labels -> texts.get("new.labels", labels.images(), labels.format()));
  }

  /** How many photos there are, as far as they are counted. */
  public ReadOnlyStringProperty foundProperty() {
    return found.getReadOnlyProperty();
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

  /** True while the project is being made. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** How far the making is. */
  public ReadOnlyStringProperty progressProperty() {
    return progressText.getReadOnlyProperty();
  }

  public void chooseHome() {
    dialogs
        .chooseFolder(texts.get("new.chooseHome"), Optional.ofNullable(photos.getParent()))
        .ifPresent(folder -> home.set(folder.toString()));
  }

  /** Takes the classes of a list or a model. */
  public void readClasses() {
    error.set(Optional.empty());
    dialogs
        .chooseFile(texts.get("new.chooseClasses"), Optional.ofNullable(photos.getParent()))
        .ifPresent(
            file ->
                tasks.start(
                    progress -> ClassListFile.read(file), new Outcome<>(this::show, this::failed)));
  }

  /** Takes the classes that published networks know. */
  public void takeVocClasses() {
    show(VocClasses.NAMES);
  }

  private void show(List<String> names) {
    classes.set(String.join("\n", names));
  }

  public void create() {
    error.set(Optional.empty());
    Path place;
    try {
      place = Path.of(home.get().strip()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      error.set(Optional.of(texts.get("new.noPath", home.get())));
      return;
    }
    if (place.startsWith(photos)) {
      error.set(Optional.of(texts.get("new.insidePhotos")));
      return;
    }
    NewProject wanted =
        new NewProject(place, photos, ClassListFile.split(classes.get()), arrived.labels());
    busy.set(true);
    making =
        tasks.start(
            progress -> wanted.make(workplace, progress),
            new Outcome<>(
                this::made,
                this::failed,
                (phase, done, total) -> progressText.set(texts.get("new.progress", done, total))));
  }

  private void made(NewProject.Made made) {
    busy.set(false);
    counting.cancel();
    created.accept(made);
  }

  /** Stops what is under way; nobody waits for its end. */
  public void leave() {
    counting.cancel();
    making.cancel();
  }

  private void failed(Exception reason) {
    busy.set(false);
    error.set(Optional.of(texts.reason(reason)));
  }
}
