package org.maskwright.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.maskwright.app.dialog.Dialogs;
import org.maskwright.app.project.Arrival;
import org.maskwright.app.project.Arrivals;
import org.maskwright.app.project.NewProject;
import org.maskwright.app.project.NewProjectViewModel;
import org.maskwright.app.project.QuickStart;
import org.maskwright.app.session.SessionWatch;
import org.maskwright.app.session.Settings;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.ProjectLockedException;
import org.maskwright.data.project.Workplace;

/** Which page the window shows, and what it has to say. */
public final class MainViewModel implements SessionWatch {

  private final ObjectProperty<Settings> settings;
  private final Workplace workplace;
  private final Tasks tasks;
  private final Dialogs dialogs;
  private final Texts texts;
  private final QuickStart quickStart;
  private final List<Runnable> waiting = new ArrayList<>();
  private RunningTask looking = () -> {};
  private int leaving;
  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(new Page.Start());
  private final ReadOnlyObjectWrapper<Optional<Message>> message =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private final ReadOnlyObjectWrapper<Optional<String>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * The window's model.
   *
   * @param projects where a project is kept if nothing may be written beside its photos
   */
  public MainViewModel(
      ObjectProperty<Settings> settings, NewProjectViewModel.Surroundings around, Path projects) {
    this.settings = settings;
    this.workplace = around.workplace();
    this.tasks = around.tasks();
    this.dialogs = around.dialogs();
    this.texts = around.texts();
    quickStart = new QuickStart(workplace, projects);
  }

  /** Why strokes are not where they belong; empty as long as all are. It cannot be dismissed. */
  public ReadOnlyObjectProperty<Optional<String>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  @Override
  public void trouble(Optional<Problem> problem) {
    trouble.set(problem.map(texts::get));
  }

  @Override
  public void recovered(List<Recovered> found) {
    long steps = found.stream().mapToLong(Recovered::steps).sum();
    String what =
        found.size() == 1
            ? texts.get("main.recoveredOne", steps, found.get(0).image().name())
            : texts.get("main.recovered", steps, found.size());
    boolean damaged = found.stream().anyMatch(Recovered::damaged);
    say(damaged ? what + " " + texts.get("main.historyDamaged") : what);
  }

  /** The pages of the window. */
  public sealed interface Page {

    /** Recent projects, and the place to drop photos. */
    record Start() implements Page {}

    /** A project is about to be made over these photos. */
    record Create(Arrival.Photos photos) implements Page {}

    /**
     * A project is open.
     *
     * @param first the image to begin with, if a person named one
     */
    record Work(Project project, Optional<ImageId> first) implements Page {}
  }

  public ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /** What the window is called where the desktop lists it. */
  public ObservableValue<String> title() {
    return page.map(
        now ->
            now instanceof Page.Work work
                ? work.project().folder().home().getFileName() + " \u2013 Maskwright"
                : "Maskwright");
  }

  /** A line above the page, until it is dismissed. */
  public record Message(boolean isError, String text) {}

  /** What went wrong last, or is good to know; empty once it was read. */
  public ReadOnlyObjectProperty<Optional<Message>> messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Says something that is good to know. */
  public void say(String text) {
    message.set(Optional.of(new Message(false, text)));
  }

  private void complain(String text) {
    message.set(Optional.of(new Message(true, text)));
  }

  public void dismissMessage() {
    message.set(Optional.empty());
  }

  /** Opens what a person points at. */
  public void open(Path path) {
    open(List.of(path));
  }

  /** Opens a project, one photo, or the page on which a project over photos begins. */
  public void open(List<Path> paths) {
    if (paths.isEmpty()) {
      return;
    }
    if (leaving > 0) {
      // Behind the project that is being closed: it may be this one.
      waiting.add(() -> open(paths));
    } else if (Files.exists(paths.get(0))) {
      dismissMessage();
      looking.cancel();
      looking =
          tasks.start(
              progress -> Arrivals.of(paths, progress),
              new Outcome<>(
                  this::arrived,
                  this::failed,
                  (phase, done, total) -> say(texts.get("main.looking", paths.get(0)))));
    } else {
      complain(texts.get("main.notThere", paths.get(0)));
    }
  }

  private void arrived(Arrival arrival) {
    dismissMessage();
    if (arrival instanceof Arrival.Existing existing) {
      openProject(existing.home(), Project::open);
    } else if (arrival instanceof Arrival.Photos photos) {
      page.set(new Page.Create(photos));
    } else if (arrival instanceof Arrival.Photo photo) {
      tasks.start(
          progress -> quickStart.open(photo.file()), new Outcome<>(this::started, this::failed));
    } else if (arrival instanceof Arrival.Nothing nothing) {
      complain(texts.get("main.cannotOpen", nothing.path()));
    }
  }

  private void started(QuickStart.Started started) {
    opened(started.project(), Optional.of(started.photo()));
    say(texts.get("main.keptIn", started.project().folder().home()));
  }

  /** Opens a project's folder one way or the other. */
  private interface Opening {
    Project open(Path home, Workplace workplace) throws IOException;
  }

  private void openProject(Path home, Opening way) {
    if (page.get() instanceof Page.Work open && open.project().folder().home().equals(home)) {
      return;
    }
    tasks.start(
        progress -> way.open(home, workplace),
        new Outcome<>(
            project -> opened(project, Optional.empty()), reason -> notOpened(home, reason)));
  }

  private void notOpened(Path home, Exception reason) {
    if (!(reason instanceof ProjectLockedException locked)) {
      failed(reason);
      return;
    }
    List<String> ways = new ArrayList<>(List.of(texts.get("main.lockedLook")));
    if (locked.isBreakable()) {
      ways.add(texts.get("main.lockedBreak"));
    }
    dialogs
        .choose(texts.get("main.locked"), texts.reason(locked), ways)
        .ifPresent(
            way -> openProject(home, way == 0 ? Project::openReadOnly : MainViewModel::takeOver));
  }

  private static Project takeOver(Path home, Workplace workplace) throws IOException {
    Project.breakLock(home, workplace);
    return Project.open(home, workplace);
  }

  /** A project is being closed; what is opened now waits for it. */
  public void leavingBegan() {
    leaving++;
  }

  /** The project is closed. */
  public void leavingEnded() {
    leaving--;
    if (leaving == 0) {
      List<Runnable> next = List.copyOf(waiting);
      waiting.clear();
      next.forEach(Runnable::run);
    }
  }

  /** Goes to a project that was just made. */
  public void made(NewProject.Made made) {
    opened(made.project(), Optional.empty());
    made.imported()
        .ifPresent(report -> say(texts.get("new.imported", report.written(), report.different())));
  }

  /** Goes to the project that was opened. */
  public void opened(Project project, Optional<ImageId> first) {
    dismissMessage();
    settings.set(settings.get().withOpened(project.folder().home(), workplace.clock().instant()));
    page.set(new Page.Work(project, first));
  }

  public void showStart() {
    page.set(new Page.Start());
  }

  @Override
  public void failed(Exception reason) {
    complain(texts.reason(reason));
  }
}
