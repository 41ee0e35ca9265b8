package org.maskwright.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.review.ProgressViewModel.Action;
import org.maskwright.app.review.ReviewViewModel.Pin;
import org.maskwright.app.session.Desktop;
import org.maskwright.app.session.Settings;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.RestOnDone;

class ReviewViewModelTest {

  @TempDir Path folder;

  private final Answers answers = Answers.nobody();
  private final ObjectProperty<Settings> settings =
      new SimpleObjectProperty<>(Settings.first(Locale.ENGLISH));
  private Desktop desktop;
  private ProgressViewModel progress;
  private ReviewViewModel review;

  @BeforeEach
  void open() throws IOException {
    desktop = Desktop.with(folder, 3);
    progress =
        new ProgressViewModel(
            desktop.session(),
            settings,
            answers,
            new Texts(Language.ENGLISH),
            desktop.news()::failed);
    review = new ReviewViewModel(desktop.session());
  }

  @Test
  void whatBecomesOfTheRestIsAskedOnceAProject() throws IOException {
    answers.taking(0);

    progress.done();
    progress.done();

    assertThat(answers.asked()).hasSize(1);
    assertThat(state(1)).isEqualTo(ImageState.READY);
    assertThat(state(2)).isEqualTo(ImageState.READY);
    assertThat(desktop.shown().id()).isEqualTo(desktop.image(3));
    assertThat(desktop.session().project().settings().rest()).isEqualTo(RestOnDone.BACKGROUND);
    assertThat(desktop.session().project().masks().read(desktop.image(1)).orElseThrow().label(0, 0))
        .isZero();
  }

  @Test
  void whoClosesTheQuestionStaysWhereTheyAre() {
    progress.done();

    assertThat(state(1)).isEqualTo(ImageState.UNTOUCHED);
    assertThat(desktop.shown().id()).isEqualTo(desktop.image(1));
  }

  @Test
  void whoDecidedForAllProjectsIsNotAsked() {
    Settings now = settings.get();
    settings.set(now.withDefaults(now.defaults().withRest(RestOnDone.UNLABELLED)));

    progress.done();

    assertThat(answers.asked()).isEmpty();
    assertThat(state(1)).isEqualTo(ImageState.READY);
  }

  @Test
  void aReviewStepsThroughWhatIsReady() {
    ready(1);
    ready(3);
    desktop.session().select(desktop.image(2));
    assertThat(review.readyProperty().get()).isEqualTo(2);

    review.begin();
    assertThat(desktop.shown().id()).isEqualTo(desktop.image(3));
    review.verify();
    assertThat(desktop.shown().id()).isEqualTo(desktop.image(1));

    assertThat(state(3)).isEqualTo(ImageState.VERIFIED);
    assertThat(review.readyProperty().get()).isEqualTo(1);
  }

  @Test
  void aNoteIsPinnedWhereSomebodyClicked() {
    ready(1);
    desktop.session().select(desktop.image(1));
    review.begin();

    review.startNote();
    review.place(3, 2);
    review.giveBack(" the edge ");

    assertThat(state(1)).isEqualTo(ImageState.RETURNED);
    assertThat(review.pinProperty().get()).contains(new Pin(3, 2, "the edge"));
    assertThat(progress.stageProperty().get().orElseThrow().hint()).isEqualTo("Kim: the edge");
  }

  @Test
  void aNoteIsPinnedInTheMiddleByWhoeverHasNoMouse() {
    ready(1);
    desktop.session().select(desktop.image(1));
    review.begin();
    assertThat(review.placeInMiddle()).isFalse();

    review.startNote();

    assertThat(review.placeInMiddle()).isTrue();
    assertThat(review.draftProperty().get())
        .contains(new Pin(Desktop.WIDTH / 2, Desktop.HEIGHT / 2, ""));
  }

  @Test
  void escapeGivesUpTheNoteFirst() {
    ready(1);
    desktop.session().select(desktop.image(1));
    review.begin();
    review.startNote();
    review.place(3, 2);

    assertThat(review.cancel()).isTrue();
    assertThat(review.draftProperty().get()).isEqualTo(Optional.empty());
    assertThat(review.cancel()).isFalse();
  }

  @Test
  void aVerifiedImageSaysThatItIsLockedAndHowToUnlockIt() {
    ready(1);
    desktop.session().select(desktop.image(1));
    review.begin();
    review.verify();

    var stage = progress.stageProperty().get().orElseThrow();
    assertThat(stage.action()).isEqualTo(Action.UNLOCK);
    assertThat(stage.hint()).startsWith("Locked");

    progress.act();
    assertThat(progress.stageProperty().get().orElseThrow().id()).isEqualTo("ready");
  }

  @Test
  void nothingIsVerifiedOutsideOfAReview() {
    ready(1);
    desktop.session().select(desktop.image(1));

    review.verify();
    review.startNote();

    assertThat(state(1)).isEqualTo(ImageState.READY);
    assertThat(review.placingProperty().get()).isFalse();
  }

  private void ready(int image) {
    desktop.session().select(desktop.image(image));
    desktop.session().milestones().done(RestOnDone.UNLABELLED);
  }

  private ImageState state(int image) {
    return desktop.session().entry(desktop.image(image)).orElseThrow().state();
  }
}
