package org.maskwright.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.label.Region;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.RestOnDone;

class ProjectSessionTest {

  private static final Region SPOT = new Region(1, 1, 2, 2);

  @TempDir Path folder;

  @Test
  void theFirstImageIsOnShowAndAllAreListed() throws IOException {
    Desktop desktop = Desktop.with(folder, 2);

    assertThat(desktop.shown().id()).isEqualTo(desktop.image(1));
    assertThat(desktop.session().entries()).extracting(ImageEntry::image).hasSize(2);
    assertThat(desktop.session().listingProperty().get()).isEqualTo(ImageCatalogue.Listing.WHOLE);
  }

  @Test
  void goingOnWritesTheMaskBehind() throws IOException {
    Desktop desktop = Desktop.with(folder, 2);
    desktop.paint(SPOT);
    assertThat(desktop.session().saveStateProperty().get()).isEqualTo(SaveState.CHANGED);

    desktop.session().step(1);

    assertThat(desktop.shown().id()).isEqualTo(desktop.image(2));
    assertThat(desktop.session().saveStateProperty().get()).isEqualTo(SaveState.SAVED);
    assertThat(stored(desktop, 1)).isEqualTo(1);
    assertThat(state(desktop, 1)).isEqualTo(ImageState.IN_WORK);
  }

  @Test
  void comingBackGoesOnWithTheSameMask() throws IOException {
    Desktop desktop = Desktop.with(folder, 2);
    desktop.paint(SPOT);
    desktop.session().step(1);

    desktop.session().step(-1);

    assertThat(desktop.shown().mask().label(1, 1)).isEqualTo(1);
    assertThat(desktop.document().history().undoCount()).isEqualTo(1);
  }

  @Test
  void goingOnFollowsTheOrderOnTheScreen() throws IOException {
    Desktop desktop = Desktop.with(folder, 3);
    desktop.session().follow(List.of(desktop.image(3), desktop.image(1)));

    desktop.session().step(-1);
    assertThat(desktop.shown().id()).isEqualTo(desktop.image(3));
    desktop.session().step(-1);
    assertThat(desktop.shown().id()).isEqualTo(desktop.image(3));
  }

  @Test
  void whoLeavesTheListMakesPlaceForTheNext() throws IOException {
    Desktop desktop = Desktop.with(folder, 3);
    desktop.session().select(desktop.image(2));

    desktop.session().follow(List.of(desktop.image(1), desktop.image(3)));
    desktop.session().step(1);

    assertThat(desktop.shown().id()).isEqualTo(desktop.image(3));
  }

  @Test
  void skimmingOpensNothingUntilItEnds() throws IOException {
    Desktop desktop = Desktop.with(folder, 3);

    desktop.session().skim(1);
    desktop.session().skim(1);
    assertThat(desktop.session().currentProperty().get()).isEmpty();
    desktop.session().settle();

    assertThat(desktop.shown().id()).isEqualTo(desktop.image(3));
  }

  @Test
  void nobodyLeavesAnImageInTheMiddleOfAStroke() throws IOException {
    Desktop desktop = Desktop.with(folder, 2);
    desktop.document().begin(StepKind.BRUSH, "");

    desktop.session().step(1);

    assertThat(desktop.shown().id()).isEqualTo(desktop.image(1));
  }

  @Test
  void doneFillsTheRestWithBackgroundIfThatWasDecided() throws IOException {
    Desktop desktop = Desktop.with(folder, 1);
    desktop.paint(SPOT);
    assertThat(desktop.session().milestones().hasUnlabelled()).isTrue();

    desktop.session().milestones().done(RestOnDone.BACKGROUND);

    assertThat(desktop.session().milestones().hasUnlabelled()).isFalse();
    assertThat(desktop.shown().mask().label(5, 5)).isZero();
    assertThat(desktop.shown().mask().label(1, 1)).isEqualTo(1);
    assertThat(state(desktop, 1)).isEqualTo(ImageState.READY);
  }

  @Test
  void doneLeavesTheRestIfThatWasDecided() throws IOException {
    Desktop desktop = Desktop.with(folder, 1);
    desktop.paint(SPOT);

    desktop.session().milestones().done(RestOnDone.UNLABELLED);

    assertThat(desktop.session().milestones().hasUnlabelled()).isTrue();
    assertThat(state(desktop, 1)).isEqualTo(ImageState.READY);
  }

  @Test
  void aVerifiedImageTakesNoEditsUntilItIsUnlockedAndThenIsReady() throws IOException {
    Desktop desktop = Desktop.with(folder, 1);
    desktop.paint(SPOT);
    desktop.session().milestones().done(RestOnDone.UNLABELLED);

    desktop.session().milestones().verify();
    assertThat(desktop.shown().document()).isEmpty();
    assertThat(desktop.shown().mask().label(1, 1)).isEqualTo(1);
    assertThat(state(desktop, 1)).isEqualTo(ImageState.VERIFIED);

    desktop.session().milestones().unlock();
    assertThat(state(desktop, 1)).isEqualTo(ImageState.READY);
    assertThat(desktop.document().history().undoCount()).isEqualTo(1);
    assertThat(desktop.news().failures()).isEmpty();
  }

  @Test
  void aReturnedImageHasItsNoteWhereItWasPinned() throws IOException {
    Desktop desktop = Desktop.with(folder, 1);
    desktop.session().milestones().done(RestOnDone.UNLABELLED);

    desktop.session().milestones().giveBack(3, 4, "the edge");
    desktop.reopen();

    var note = desktop.session().recordProperty().get().orElseThrow().note().orElseThrow();
    assertThat(note.x()).isEqualTo(3);
    assertThat(note.y()).isEqualTo(4);
    assertThat(note.text()).isEqualTo("the edge");
    assertThat(state(desktop, 1)).isEqualTo(ImageState.RETURNED);
  }

  @Test
  void anImageThatCannotBeReadSaysWhyInItsPlace() throws IOException {
    Desktop desktop = Desktop.with(folder, 2);
    Files.writeString(folder.resolve("photos").resolve("3.png"), "no image");
    desktop.reopen();

    desktop.session().select(desktop.image(3));

    assertThat(desktop.session().unopenedProperty().get()).isPresent();
    assertThat(desktop.news().failures()).isEmpty();
    desktop.session().step(-1);
    assertThat(desktop.session().unopenedProperty().get()).isEmpty();
    assertThat(desktop.shown().id()).isEqualTo(desktop.image(2));
  }

  @Test
  void whoeverWorksOnTheFilesFindsThemClosedAndTheImageComesBack() throws IOException {
    Desktop desktop = Desktop.with(folder, 1);
    desktop.paint(SPOT);
    ImageId image = desktop.image(1);
    Optional<?>[] during = new Optional<?>[1];

    desktop
        .session()
        .longWork()
        .onceClosed(
            progress -> {
              during[0] = desktop.session().currentProperty().get();
              return desktop.session().project().masks().read(image).orElseThrow().label(1, 1);
            },
            new Outcome<>(label -> assertThat(label).isEqualTo(1), failure -> {}));

    assertThat(during[0]).isEmpty();
    assertThat(desktop.shown().id()).isEqualTo(image);
  }

  private static int stored(Desktop desktop, int image) throws IOException {
    var mask = desktop.session().project().masks().read(desktop.image(image)).orElseThrow();
    return mask.label(1, 1);
  }

  private static ImageState state(Desktop desktop, int image) {
    return desktop.session().entry(desktop.image(image)).orElseThrow().state();
  }
}
