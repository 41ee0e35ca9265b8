package org.maskwright.app.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.session.ProjectSession;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;

class ImageListViewModelTest {

  @TempDir Path folder;

  private final Texts texts = new Texts(Language.ENGLISH);
  private Project project;
  private ProjectSession session;
  private ImageListViewModel model;

  @BeforeEach
  void open() throws IOException {
    project =
        Project.create(
            folder.resolve("home"),
            LabelScheme.ofNames(List.of("background")),
            List.of(),
            Workplace.current());
    SameThreadTasks tasks = new SameThreadTasks();
    session =
        new ProjectSession(
            project,
            tasks,
            new ImageOpener(folder.resolve("tiles")),
            JournalListener.NONE,
            failure -> {});
    Thumbnails thumbnails =
        new Thumbnails(tasks, (image, progress) -> new Pixels(1, 1, new int[] {0xFF123456}));
    model = new ImageListViewModel(session, thumbnails, texts);
  }

  @AfterEach
  void close() throws IOException {
    project.close();
  }

  @Test
  void theCountIsReadAsAPersonWouldWriteIt() {
    show(1234);
    assertThat(model.countProperty().get()).isEqualTo("1,234 images");

    model.filterProperty().set("image7.");
    assertThat(model.countProperty().get()).isEqualTo("1 of 1,234 images");

    show(1);
    model.filterProperty().set("");
    assertThat(model.countProperty().get()).isEqualTo("1 image");
  }

  @Test
  void aLineHasAThumbnail() {
    show(1);
    List<Integer> colours = new ArrayList<>();

    model
        .thumbnail(model.shown().get(0), answer -> colours.add(answer.orElseThrow().argb(0, 0)))
        .cancel();

    assertThat(colours).containsExactly(0xFF123456);
  }

  private void show(int images) {
    List<ImageEntry> entries = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      entries.add(
          new ImageEntry(
              new ImageId("photos", "image" + i + ".png", 0),
              ImageState.UNTOUCHED,
              "",
              Instant.EPOCH,
              1,
              1));
    }
    session.entries().setAll(entries);
  }
}
