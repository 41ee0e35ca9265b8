package org.maskwright.data.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.dataset.Grouping;
import org.maskwright.data.dataset.SplitRecipe;
import org.maskwright.data.dataset.SplitShares;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.edit.EditProblem;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.ProjectEdit;
import org.maskwright.data.edit.ProjectOutcome;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.edit.Stroke;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.proposal.BatchPreview.Skip;
import org.maskwright.data.region.Runs;
import org.maskwright.data.task.Progress;

class BatchAcceptanceTest {

  private static final int SIDE = 4;
  private static final Provenance PERSON = Provenance.of(Provenance.Kind.BRUSH);

  @TempDir Path folder;
  private Project project;
  private ImageId a;
  private ImageId b;
  private ImageId c;
  private BatchAcceptance batch;

  @BeforeEach
  void open() throws IOException {
    project = Home.create(folder, List.of("background", "cat"));
    a = Home.photo(folder, "a.png", SIDE, SIDE);
    b = Home.photo(folder, "b.png", SIDE, SIDE);
    c = Home.photo(folder, "c.png", SIDE, SIDE);
    batch = batch(Set.of());
  }

  /** Cats everywhere; on the right the model is sure. Nothing was predicted for c. */
  private BatchAcceptance batch(Set<Integer> locked) {
    byte[] cats = new byte[SIDE * SIDE];
    byte[] sure = new byte[SIDE * SIDE];
    Arrays.fill(cats, (byte) 1);
    for (int i = 0; i < sure.length; i++) {
      sure[i] = (byte) (i % SIDE < 2 ? 100 : 250);
    }
    ClassMap map = ClassMap.guess(Home.MODEL, List.of("bg", "cat"), project.scheme());
    ProposedMask proposal =
        new ProposedMask(
            "m 8s", new ProposedMask.Planes(SIDE, SIDE, 0, cats, sure), map, project.scheme());
    return new BatchAcceptance(
        project,
        image -> image.equals(c) ? Optional.empty() : Optional.of(proposal),
        new BatchAcceptance.Wish(1, 200, locked));
  }

  @AfterEach
  void close() throws IOException {
    project.close();
  }

  private MaskDocument document(ImageId image) throws IOException {
    return project.open().open(image, SIDE, SIDE, JournalListener.NONE);
  }

  private void paintCorner(ImageId image) throws IOException {
    try (MaskDocument document = document(image)) {
      Stroke stroke = document.begin(StepKind.BRUSH, "");
      Runs.Builder corner = new Runs.Builder();
      corner.add(0, SIDE - 1, SIDE);
      stroke.paint(corner.build(), 0, PERSON, PaintRule.EVERYWHERE);
      stroke.end();
      document.save();
    }
  }

  private long cats(ImageId image) throws IOException {
    return project.masks().read(image).map(LabelMask::histogram).map(h -> h[1]).orElse(0L);
  }

  private ImageState state(ImageId image) throws IOException {
    return project.masks().record(image).state();
  }

  private BatchAcceptance.Done run() throws IOException {
    return batch.run(batch.preview(List.of(a, b, c), Progress.NONE), "cat", Progress.NONE);
  }

  @Test
  void previewCountsWhatWouldChange() throws IOException {
    paintCorner(b);

    BatchPreview preview = batch.preview(List.of(a, b, c), Progress.NONE);

    assertThat(preview.lines())
        .containsExactly(
            new BatchPreview.Line(a, 8, Optional.empty()),
            new BatchPreview.Line(b, 7, Optional.empty()),
            new BatchPreview.Line(c, 0, Optional.of(Skip.NOT_PREDICTED)));
    assertThat(preview.pixels()).isEqualTo(15);
    assertThat(cats(a)).isZero();
  }

  @Test
  void whatThePreviewPromisedIsDone() throws IOException {
    paintCorner(b);

    assertThat(run().outcome())
        .isEqualTo(new ProjectOutcome(List.of(a.toString(), b.toString()), List.of()));

    assertThat(cats(a)).isEqualTo(8);
    assertThat(cats(b)).isEqualTo(7);
    LabelMask mask = project.masks().read(a).orElseThrow();
    assertThat(mask.provenance(3, 3)).isEqualTo(Provenance.model("m 8s"));
  }

  @Test
  void anImageThatNobodyLookedAtIsAProposal() throws IOException {
    paintCorner(b);

    run();

    assertThat(state(a)).isEqualTo(ImageState.PROPOSED);
    assertThat(state(b)).isEqualTo(ImageState.IN_WORK);
  }

  @Test
  void oneUndoRestoresWhatNobodyEditedSinceAndNamesTheRest() throws IOException {
    ProjectEdit edit = run().edit().orElseThrow();
    paintCorner(b);

    ProjectOutcome outcome = BatchAcceptance.undo(project, edit, Progress.NONE);

    assertThat(outcome)
        .isEqualTo(
            new ProjectOutcome(
                List.of(a.toString()), List.of(Problem.of(EditProblem.LATER_WORK, b.toString()))));
    assertThat(cats(a)).isZero();
    assertThat(state(a)).isEqualTo(ImageState.UNTOUCHED);
    assertThat(cats(b)).isEqualTo(7);
  }

  @Test
  void anotherCommandIsNotTakenBackInPlaceOfThisOne() throws IOException {
    ProjectEdit edit = run().edit().orElseThrow();
    ProjectEdit stranger = new ProjectEdit(edit.time(), "another", edit.shares());

    assertThatThrownBy(() -> BatchAcceptance.undo(project, stranger, Progress.NONE))
        .hasMessageContaining("Another command");
    assertThat(cats(a)).isEqualTo(8);
  }

  @Test
  void aBatchThatChangesNothingCannotBeTakenBack() throws IOException {
    BatchPreview nothing = new BatchPreview(List.of());

    assertThat(batch.run(nothing, "cat", Progress.NONE).edit()).isEmpty();
  }

  @Test
  void theHoldOutStaysAsItIs() throws IOException {
    project.images().rescan(Progress.NONE);
    new Splits(project)
        .draw(
            new SplitRecipe(SplitShares.of(0, 0, 0, 1), Grouping.of(Grouping.Rule.NONE, ""), 1, 0),
            Progress.NONE);

    BatchPreview heldOut = batch.preview(List.of(a, b), Progress.NONE);

    assertThat(heldOut.count(Skip.HOLD_OUT)).isEqualTo(2);
    assertThat(heldOut.images()).isEmpty();
  }

  @Test
  void lockedMasksAreNeverCounted() throws IOException {
    paintCorner(a);
    project.masks().setState(a, ImageState.READY);
    project.masks().setState(a, ImageState.VERIFIED);

    assertThat(batch.preview(List.of(a), Progress.NONE).count(Skip.LOCKED)).isEqualTo(1);
    assertThat(batch(Set.of(1)).preview(List.of(b), Progress.NONE).pixels()).isZero();
  }
}
