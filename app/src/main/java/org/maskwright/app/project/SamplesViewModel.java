package org.maskwright.app.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.data.project.Workplace;
import org.maskwright.samples.SampleProject;
import org.maskwright.samples.SampleWriter;

/** The samples that one may begin with: drawn when they are wanted first, then simply opened. */
public final class SamplesViewModel {

  private final Path folder;
  private final Workplace workplace;
  private final Tasks tasks;
  private final Opening opening;
  private final ReadOnlyObjectWrapper<Optional<Drawing>> drawing =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  private RunningTask running = () -> {};

  /**
   * What becomes of a sample.
   *
   * @param open opens its project
   * @param failed is told why it could not be drawn
   */
  public record Opening(Consumer<Path> open, Consumer<Exception> failed) {}

  /**
   * How far a sample is.
   *
   * @param sample its name
   * @param share what is done, 0 to 1
   */
  public record Drawing(String sample, double share) {}

  /**
   * The samples of a user.
   *
   * @param folder gets a folder for each
   */
  public SamplesViewModel(Path folder, Workplace workplace, Tasks tasks, Opening opening) {
    this.folder = folder;
    this.workplace = workplace;
    this.tasks = tasks;
    this.opening = opening;
  }

  /** The sample that is being drawn, if one is. */
  public ReadOnlyObjectProperty<Optional<Drawing>> drawingProperty() {
    return drawing.getReadOnlyProperty();
  }

  /** Opens the sample of this name; it is drawn if it was never opened. */
  public void open(String name) {
    if (drawing.get().isPresent()) {
      return;
    }
    SampleProject sample = SampleProject.byId(name).orElseThrow();
    Path home = folder.resolve(name);
    drawing.set(Optional.of(new Drawing(name, 0)));
    running =
        tasks.start(
            progress -> {
              Path project = SampleWriter.projectIn(home, sample);
              return Files.exists(project.resolve("project.json"))
                  ? project
                  : SampleWriter.write(sample, home, workplace, progress);
            },
            new Outcome<>(
                this::drawn,
                this::failed,
                (phase, done, total) -> {
                  if (phase.equals(SampleWriter.PHASE)) {
                    drawing.set(Optional.of(new Drawing(name, (double) done / total)));
                  }
                }));
  }

  private void drawn(Path project) {
    drawing.set(Optional.empty());
    opening.open().accept(project);
  }

  private void failed(Exception reason) {
    drawing.set(Optional.empty());
    opening.failed().accept(reason);
  }

  /** What was drawn so far is drawn again next time. */
  public void cancel() {
    running.cancel();
    drawing.set(Optional.empty());
  }
}
