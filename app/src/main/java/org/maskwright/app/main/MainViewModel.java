package org.maskwright.app.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maskwright.app.session.SessionWatch;
import org.maskwright.app.session.Settings;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;

/** Which page the window shows, and what it has to say. */
public final class MainViewModel implements SessionWatch {

  private final ObjectProperty<Settings> settings;
  private final Workplace workplace;
  private final Tasks tasks;
  private final Texts texts;
  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(new Page.Start());
  private final ReadOnlyObjectWrapper<Optional<Message>> message =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private final ReadOnlyObjectWrapper<Optional<String>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public MainViewModel(
      ObjectProperty<Settings> settings, Workplace workplace, Tasks tasks, Texts texts) {
    this.settings = settings;
    this.workplace = workplace;
    this.tasks = tasks;
    this.texts = texts;
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
    record Create(Path photos) implements Page {}

    /** A project is open. */
    record Work(Project project) implements Page {}
  }

  public ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
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

  /** Opens a project, or offers to make one over a folder of photos. */
  public void open(Path path) {
    Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      complain(texts.get("main.notThere", path));
    } else if (Files.exists(folder.resolve("project.json"))) {
      tasks.start(
          progress -> Project.open(folder, workplace), new Outcome<>(this::opened, this::failed));
    } else {
      page.set(new Page.Create(folder));
    }
  }

  public void opened(Project project) {
    dismissMessage();
    settings.set(settings.get().withOpened(project.folder().home(), workplace.clock().instant()));
    page.set(new Page.Work(project));
  }

  public void showStart() {
    page.set(new Page.Start());
  }

  /** Says a failure in words; what nobody foresaw is said with its own message. */
  @Override
  public void failed(Exception reason) {
    String text =
        reason instanceof DataException known
            ? texts.get(known.problem())
            : texts.get(
                reason instanceof IOException ? "main.failed" : "main.unforeseen",
                String.valueOf(reason.getMessage()));
    complain(text);
  }
}
