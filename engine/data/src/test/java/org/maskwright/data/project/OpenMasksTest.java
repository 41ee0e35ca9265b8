package org.maskwright.data.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.Recovery;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.edit.Stroke;
import org.maskwright.data.journal.JournalListener;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.region.Runs;

class OpenMasksTest {

  private static final int SIDE = 100;

  @TempDir Path folder;

  private ProjectFixture fixture;
  private ImageId image;

  @BeforeEach
  void createProject() throws IOException {
    fixture = new ProjectFixture(folder);
    fixture.create().close();
    image = fixture.photo("a/猫.jpg");
  }

  @Test
  void aStrokeThatWasNeverSavedIsThereAgain() throws IOException {
    try (Project project = fixture.open();
        MaskDocument mask = open(project)) {
      paint(mask, 1);
    }

    try (Project project = fixture.open();
        MaskDocument mask = open(project)) {
      assertThat(mask.mask().label(5, 5)).isEqualTo(1);
      assertThat(mask.recovery().steps()).isEqualTo(1);
    }
  }

  @Test
  void savingTellsTheJournalSoThatNothingIsReplayedTwice() throws IOException {
    try (Project project = fixture.open();
        MaskDocument mask = open(project)) {
      paint(mask, 1);
      mask.save();
      assertThat(project.masks().record(image).state()).isEqualTo(ImageState.IN_WORK);
    }

    try (Project project = fixture.open();
        MaskDocument mask = open(project)) {
      assertThat(mask.recovery().outcome()).isEqualTo(Recovery.Outcome.AS_SAVED);
      assertThat(mask.history().undoable().orElseThrow().beforeSession()).isTrue();
      mask.history().undo();
      assertThat(mask.mask().isUnlabelled(0)).isTrue();
    }
  }

  @Test
  void aMaskThatCameOtherwiseMeanwhileIsNotPaintedOver() throws IOException {
    try (Project project = fixture.open()) {
      try (MaskDocument mask = open(project)) {
        paint(mask, 1);
        mask.save();
      }
      LabelMask imported = new LabelMask(SIDE, SIDE);
      imported.set(9, 9, 2, Provenance.of(Provenance.Kind.IMPORT));
      project.masks().save(image, imported);

      try (MaskDocument mask = open(project)) {
        assertThat(mask.mask().sameLabels(imported)).isTrue();
      }
    }
  }

  @Test
  void aVerifiedImageIsNotOpenedForPainting() throws IOException {
    try (Project project = fixture.open()) {
      try (MaskDocument mask = open(project)) {
        paint(mask, 1);
        mask.save();
      }
      project.masks().setState(image, ImageState.READY);
      project.masks().setState(image, ImageState.VERIFIED);

      assertProblem(() -> open(project), ProjectProblem.IMAGE_LOCKED);
    }
  }

  @Test
  void aMaskOfAnotherSizeThanItsImageIsNotOpened() throws IOException {
    try (Project project = fixture.open()) {
      project.masks().save(image, new LabelMask(7, 7));

      assertProblem(() -> open(project), ProjectProblem.MASK_SIZE);
    }
  }

  @Test
  void oldHistoryGoesWhenTheProjectClosesAndTheMaskStays() throws IOException {
    try (Project project = fixture.open()) {
      ProjectSettings small =
          new ProjectSettings(project.settings().rest(), project.settings().maxPixels(), 1);
      project.changeSettings(small);
      try (MaskDocument mask = open(project)) {
        for (int step = 0; step < 50; step++) {
          paint(mask, 1 + step % 2);
        }
        mask.save();
      }
    }

    assertThat(journalBytes()).isLessThan(1000);
    try (Project project = fixture.open();
        MaskDocument mask = open(project)) {
      assertThat(mask.mask().label(5, 5)).isEqualTo(2);
      assertThat(mask.history().undoCount()).isZero();
    }
  }

  private MaskDocument open(Project project) throws IOException {
    return project.open().open(image, SIDE, SIDE, JournalListener.NONE);
  }

  private static void paint(MaskDocument mask, int label) throws IOException {
    Stroke stroke = mask.begin(StepKind.BRUSH, "cat");
    stroke.paint(
        Runs.rectangle(new Region(0, 0, 60, 60)),
        label,
        Provenance.of(Provenance.Kind.BRUSH),
        PaintRule.EVERYWHERE);
    stroke.end();
  }

  private long journalBytes() throws IOException {
    try (Stream<Path> files = Files.walk(new ProjectFolder(fixture.home).journal())) {
      long sum = 0;
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        sum += Files.size(file);
      }
      return sum;
    }
  }

  private static void assertProblem(ThrowingCallable call, ProjectProblem expected) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DataException.class, e -> assertThat(e.problem().code()).isEqualTo(expected));
  }
}
