package org.maskwright.data.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.journal.JournalPlace;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.region.Runs;
import org.maskwright.data.task.Progress;

class ProjectEditsTest implements ProjectDocuments {

  private static final Region ALL = new Region(0, 0, 20, 20);
  private static final List<String> IMAGES = List.of("a", "b", "c");

  private final Map<String, Desk> desks = new HashMap<>();
  private final Desk project = new Desk(1, 1);
  private ProjectEdits edits;

  @BeforeEach
  void open() throws IOException {
    IMAGES.forEach(image -> desks.put(image, new Desk(20, 20)));
    edits = openEdits();
  }

  private ProjectEdits openEdits() throws IOException {
    Path file = project.root.resolve("commands.mwj");
    JournalPlace place =
        new JournalPlace(
            project.disk, project.root, file, project.spill, project.time, JournalListener.NONE);
    return ProjectEdits.open(place, this, project.time);
  }

  private Desk desk(String image) {
    return Objects.requireNonNull(desks.get(image));
  }

  @Override
  public MaskDocument open(String image) throws IOException {
    return desk(image).open();
  }

  @Override
  public void release(String image, MaskDocument document) throws IOException {
    document.save();
    document.close();
  }

  private ProjectOutcome fill(int label) throws IOException {
    return edits.run(
        "fill",
        IMAGES,
        (image, mask, stroke) ->
            stroke.paint(Runs.rectangle(ALL), label, Desk.BRUSH, PaintRule.EVERYWHERE),
        Progress.NONE);
  }

  private List<Integer> labels() throws IOException {
    return List.of(label("a"), label("b"), label("c"));
  }

  private int label(String image) throws IOException {
    return open(image).mask().label(0, 0);
  }

  @Test
  void oneUndoTakesBackEveryImage() throws IOException {
    assertThat(fill(1)).isEqualTo(new ProjectOutcome(IMAGES, List.of()));
    fill(2);

    assertThat(edits.undo(Progress.NONE)).isEqualTo(new ProjectOutcome(IMAGES, List.of()));
    assertThat(labels()).containsExactly(1, 1, 1);
    edits.redo(Progress.NONE);
    assertThat(labels()).containsExactly(2, 2, 2);
  }

  @Test
  void commandsAreKnownAfterARestart() throws IOException {
    fill(1);
    fill(2);
    edits.undo(Progress.NONE);
    edits.close();
    edits = openEdits();

    assertThat(edits.undoable().map(ProjectEdit::label)).contains("fill");
    edits.redo(Progress.NONE);
    assertThat(labels()).containsExactly(2, 2, 2);
  }

  @Test
  void laterWorkInOneImageStandsAgainstAll() throws IOException {
    fill(1);
    MaskDocument b = open("b");
    Desk.paint(b, ALL, 5);
    release("b", b);

    assertThat(edits.undo(Progress.NONE))
        .isEqualTo(new ProjectOutcome(List.of(), List.of(Problem.of(EditProblem.LATER_WORK, "b"))));
    assertThat(labels()).containsExactly(1, 5, 1);
  }

  @Test
  void whatWasNotEditedSinceCanBeTakenBackAlone() throws IOException {
    fill(1);
    fill(2);
    MaskDocument b = open("b");
    Desk.paint(b, ALL, 5);
    release("b", b);

    assertThat(edits.undoUnedited(Progress.NONE))
        .isEqualTo(
            new ProjectOutcome(
                List.of("a", "c"), List.of(Problem.of(EditProblem.LATER_WORK, "b"))));
    assertThat(labels()).containsExactly(1, 5, 1);
    assertThat(edits.redo(Progress.NONE).failed()).isEmpty();
    assertThat(labels()).containsExactly(2, 5, 2);
  }

  @Test
  void whatAPersonUndidAlreadyStaysUndone() throws IOException {
    fill(1);
    MaskDocument b = open("b");
    b.history().undo();
    release("b", b);

    edits.undo(Progress.NONE);

    assertThat(labels()).containsExactly(255, 255, 255);
  }

  @Test
  void aFailureInOneImageDoesNotStopTheOthers() throws IOException {
    ProjectOutcome outcome =
        edits.run(
            "fill",
            IMAGES,
            (image, mask, stroke) -> {
              stroke.paint(Runs.rectangle(ALL), 1, Desk.BRUSH, PaintRule.EVERYWHERE);
              if (image.equals("b")) {
                throw new IOException("no such image");
              }
            },
            Progress.NONE);

    assertThat(outcome.done()).containsExactly("a", "c");
    assertThat(outcome.failed())
        .extracting(Problem::code)
        .containsExactly(EditProblem.IMAGE_FAILED);
    assertThat(labels()).containsExactly(1, 255, 1);
  }

  @Test
  void whatACancelledCommandDidIsUndoneAsOne() throws IOException {
    int[] asked = {0};
    Progress cancelling =
        new Progress() {
          @Override
          public void report(String phase, long done, long total) {
            asked[0]++;
          }

          @Override
          public boolean cancelled() {
            return asked[0] == 2;
          }
        };

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(
            () ->
                edits.run(
                    "fill",
                    IMAGES,
                    (image, mask, stroke) ->
                        stroke.paint(Runs.rectangle(ALL), 1, Desk.BRUSH, PaintRule.EVERYWHERE),
                    cancelling));

    assertThat(labels()).containsExactly(1, 1, 255);
    edits.undo(Progress.NONE);
    assertThat(labels()).containsExactly(255, 255, 255);
  }
}
