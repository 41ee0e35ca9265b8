package org.maskwright.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.task.Tasks;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;

class SamplesViewModelTest {

  @TempDir Path folder;

  private final List<Path> opened = new ArrayList<>();
  private final List<Exception> failed = new ArrayList<>();

  private SamplesViewModel samples(Tasks tasks) {
    return new SamplesViewModel(
        folder, Workplace.current(), tasks, new SamplesViewModel.Opening(opened::add, failed::add));
  }

  @Test
  void aSampleIsDrawnOnceAndOpenedEachTime() throws IOException {
    SamplesViewModel samples = samples(new SameThreadTasks());
    samples.open("cherries");
    Path home = folder.resolve("cherries/cherries");
    try (Project project = Project.open(home, Workplace.current())) {
      assertThat(project.images().entries()).hasSize(24);
    }
    Path photo = folder.resolve("cherries/photos/cherries-01.png");
    Files.delete(photo);

    samples.open("cherries");

    assertThat(opened).containsExactly(home, home);
    assertThat(photo).doesNotExist();
    assertThat(samples.drawingProperty().get()).isEmpty();
  }

  @Test
  void whatCannotBeDrawnIsTold() throws IOException {
    Files.writeString(folder.resolve("cherries"), "in the way");

    samples(new SameThreadTasks()).open("cherries");

    assertThat(failed).hasSize(1);
    assertThat(opened).isEmpty();
  }

  @Test
  void onlyOneIsDrawnAtATimeAndItCanBeCancelled() {
    Waiting tasks = new Waiting();
    SamplesViewModel samples = samples(tasks);
    samples.open("countryside");
    samples.open("cherries");
    assertThat(samples.drawingProperty().get())
        .isEqualTo(Optional.of(new SamplesViewModel.Drawing("countryside", 0)));

    samples.cancel();

    assertThat(samples.drawingProperty().get()).isEmpty();
    assertThat(tasks.cancelled).isEqualTo(1);
    assertThat(tasks.started).isEqualTo(1);
  }

  /** Work that never begins. */
  private static final class Waiting implements Tasks {
    private int started;
    private int cancelled;

    @Override
    public <T> RunningTask start(Work<T> work, Outcome<T> outcome) {
      started++;
      return () -> cancelled++;
    }
  }
}
