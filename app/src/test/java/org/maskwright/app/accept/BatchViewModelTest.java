package org.maskwright.app.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.engine.EngineStatus;
import org.maskwright.app.proposal.ClosedImages;
import org.maskwright.app.proposal.FakePredictions;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.proposal.Question;
import org.maskwright.app.session.OpenProject;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.Settings;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.project.ImageEntry;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.queue.Evidence;
import org.maskwright.data.queue.EvidenceBook;

class BatchViewModelTest {

  private static final KnownModel MODEL = FakePredictions.model("roads", "background", "road");

  @TempDir private Path folder;

  private OpenProject project;
  private FakePredictions predictions;
  private Proposals proposals;
  private BatchViewModel batch;

  /** Roads everywhere; only two of three images have been predicted. */
  @BeforeEach
  void open() throws IOException {
    project = new OpenProject(folder, List.of("background", "road"), "1.png", "2.png", "3.png");
    project.session().refresh();
    predictions = new FakePredictions(MODEL).saying((variant, x, y) -> 1);
    ImageOpener images = new ImageOpener(folder.resolve("tiles"));
    proposals =
        new Proposals(
            project.session(),
            predictions,
            new SimpleObjectProperty<>(EngineStatus.READY),
            images,
            new SameThreadTasks());
    EvidenceBook book = new EvidenceBook(project.project());
    for (ImageEntry image : project.session().entries()) {
      if (!image.image().name().equals("3.png")) {
        book.put(image, new Evidence(MODEL.hash(), 1, List.of(), List.of(), 0, 0));
      }
    }
    Painting painting =
        new Painting(
            project.session().schemeProperty(),
            new SimpleObjectProperty<>(Settings.first(Locale.ENGLISH)));
    batch =
        new BatchViewModel(
            project.session(),
            painting,
            proposals,
            new ClosedImages(project.project(), predictions, images),
            book,
            new Texts(Language.ENGLISH));
    batch.begin();
    batch.listedOnlyProperty().set(false);
  }

  @AfterEach
  void close() {
    proposals.close();
    project.close();
    assertThat(project.failures()).isEmpty();
  }

  private long roads(String photo) throws IOException {
    return project
        .project()
        .masks()
        .read(project.id(photo))
        .map(LabelMask::histogram)
        .map(counts -> counts[1])
        .orElse(0L);
  }

  @Test
  void firstItIsCountedAndSaidWhatStays() throws IOException {
    batch.look();

    assertThat(batch.messageProperty().get())
        .isEqualTo("64 pixels in 2 images would change.\n1 have not been predicted by this model.");
    assertThat(roads("1.png")).isZero();
  }

  @Test
  void thenItIsDoneAlsoWhereNoMaskIsOpen() throws IOException {
    batch.look();
    batch.accept();

    assertThat(batch.messageProperty().get()).isEqualTo("Accepted in 2 images.");
    assertThat(List.of(roads("1.png"), roads("2.png"), roads("3.png")))
        .containsExactly(32L, 32L, 0L);
    assertThat(project.session().currentProperty().get()).isPresent();
  }

  @Test
  void whatIsAcceptedIsWhatIsShown() {
    proposals.refinedProperty().set(true);
    proposals.fullResolutionProperty().set(true);

    batch.look();

    assertThat(predictions.last()).isEqualTo(new Question(MODEL, true, true));
  }

  @Test
  void whatWasCountedOtherwiseIsCountedAnew() {
    batch.look();
    proposals.refinedProperty().set(true);

    assertThat(batch.previewProperty().get()).isEmpty();
  }

  @Test
  void oneUndoTakesItBackAndNamesWhatWasFinishedSince() throws IOException {
    batch.look();
    batch.accept();
    project.project().masks().setState(project.id("2.png"), ImageState.READY);
    project.project().masks().setState(project.id("2.png"), ImageState.VERIFIED);

    batch.undo();

    assertThat(batch.messageProperty().get()).startsWith("Taken back in 1 images.\n");
    assertThat(batch.messageProperty().get()).contains("2.png");
    assertThat(List.of(roads("1.png"), roads("2.png"))).containsExactly(0L, 32L);
    assertThat(batch.undoableProperty().get()).isFalse();
  }

  @Test
  void whatWasCountedForOtherWishesIsForgotten() {
    batch.look();
    assertThat(batch.previewProperty().get()).isPresent();

    batch.percentProperty().set(99);

    assertThat(batch.previewProperty().get()).isEmpty();
  }

  @Test
  void aModelThatIsLessSureGivesNothing() {
    batch.percentProperty().set(99);
    batch.look();

    assertThat(batch.messageProperty().get()).startsWith("0 pixels in 0 images");
    assertThat(batch.previewProperty().get().map(seen -> seen.pixels())).contains(0L);
  }
}
