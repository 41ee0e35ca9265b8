package org.maskwright.app.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.engine.EngineProblem;
import org.maskwright.app.engine.EngineStatus;
import org.maskwright.app.proposal.ClosedImages;
import org.maskwright.app.proposal.FakePredictions;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.session.OpenProject;
import org.maskwright.app.task.HeldTasks;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.dataset.Grouping;
import org.maskwright.data.dataset.SplitRecipe;
import org.maskwright.data.dataset.SplitShares;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ClassMaps;
import org.maskwright.data.queue.EvidenceBook;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.ProtocolProblem;

class QueueViewModelTest {

  private static final KnownModel ROADS = FakePredictions.model("roads", "background", "road");
  private static final KnownModel OTHER = FakePredictions.model("other", "background", "road");

  @TempDir private Path folder;

  private final Texts texts = new Texts(Language.ENGLISH);
  private final List<Region> looked = new ArrayList<>();
  private final FakePredictions predictions = new FakePredictions(ROADS, OTHER);
  private OpenProject project;
  private Proposals proposals;
  private EvidenceBook book;
  private QueueViewModel queue;

  @BeforeEach
  void open() throws IOException {
    project = new OpenProject(folder, List.of("background", "road"), "1.png", "2.png", "3.png");
    project.session().refresh();
    predictions.saying((variant, x, y) -> variant.equals("8s") && x < 2 ? 1 : 0);
    proposals =
        new Proposals(
            project.session(),
            predictions,
            new SimpleObjectProperty<>(EngineStatus.READY),
            new ImageOpener(folder.resolve("tiles")),
            new SameThreadTasks());
    book = new EvidenceBook(project.project());
    queue = queue(new SameThreadTasks());
  }

  private QueueViewModel queue(Tasks background) {
    ClosedImages images =
        new ClosedImages(project.project(), predictions, new ImageOpener(folder.resolve("tiles")));
    return new QueueViewModel(
        new QueueServices(
            project.session(), proposals, images, book, background, new SameThreadTasks(), texts),
        (image, answer) -> () -> {},
        new QueueViewModel.Eyes() {
          @Override
          public Region visible() {
            return new Region(0, 0, 2, 2);
          }

          @Override
          public void lookAt(Region place) {
            looked.add(place);
          }
        },
        () -> 0);
  }

  @AfterEach
  void close() {
    queue.close();
    proposals.close();
    project.close();
  }

  private List<String> names() {
    return queue.lines().stream().map(QueueLine::name).toList();
  }

  @Test
  void beforeTheProjectIsPredictedTheQueueSaysWhatToDo() {
    queue.refresh();

    assertThat(queue.lines()).isEmpty();
    assertThat(queue.messageProperty().get()).contains("Predict the project first");
  }

  @Test
  void whatIsKnownFromAnotherDayIsThereWhenOneLooks() {
    queue.predicting().start();
    queue.close();
    book = new EvidenceBook(project.project());
    queue = queue(new SameThreadTasks());
    assertThat(queue.lines()).isEmpty();

    queue.opened();

    assertThat(names()).hasSize(3);
  }

  @Test
  void predictingFillsTheQueueWithReasonsAndTheColumnOfScores() {
    queue.predicting().start();

    assertThat(queue.predicting().messageProperty().get()).isEqualTo("3 images predicted.");
    assertThat(names()).hasSize(3);
    assertThat(queue.reason(queue.lines().get(0))).isEqualTo("12% disputed, most about “road”");
    // Photos without anything on them look alike.
    assertThat(queue.reason(queue.lines().get(2))).startsWith("looks like ");
    assertThat(project.session().scoresProperty().get()).hasSize(3);
  }

  @Test
  void twoClassesThatAreOneInTheProjectDoNotDispute() throws IOException {
    KnownModel streets = FakePredictions.model("streets", "background", "road", "street");
    predictions.add(streets);
    proposals.refreshModels();
    proposals.modelProperty().set(Optional.of(streets));
    predictions.saying((variant, x, y) -> variant.equals("8s") ? 2 : 1);
    ClassMap map = ClassMap.guess(streets.hash(), streets.classNames(), project.project().scheme());
    new ClassMaps(project.project()).keep(map.into(2, 1));

    queue.predicting().start();

    assertThat(queue.reason(queue.lines().get(0))).isEqualTo("0% disputed");
  }

  @Test
  void predictingAsksAsThePersonLooks() {
    proposals.refinedProperty().set(true);

    queue.predicting().start();

    assertThat(predictions.last().refined()).isTrue();
  }

  @Test
  void whatIsKnownIsNotAskedAgain() {
    queue.predicting().start();
    int asked = predictions.asked().size();

    queue.predicting().start();

    assertThat(predictions.asked()).hasSize(asked);
    assertThat(queue.predicting().messageProperty().get()).isEqualTo("0 images predicted.");
  }

  @Test
  void theHoldOutIsNeitherPredictedNorListed() throws IOException {
    new Splits(project.project())
        .draw(
            new SplitRecipe(SplitShares.of(0, 0, 0, 1), Grouping.of(Grouping.Rule.NONE, ""), 1, 0),
            Progress.NONE);
    int asked = predictions.asked().size();

    queue.predicting().start();

    assertThat(predictions.asked()).hasSize(asked);
    assertThat(queue.lines()).isEmpty();
    assertThat(queue.predicting().messageProperty().get()).contains("3 are held out");
  }

  @Test
  void anEngineThatDiesMeanwhileIsWaitedForAndNoImageLeftOut() {
    predictions.failing(
        Optional.of(DataException.of(ProtocolProblem.ENGINE_GONE, "killed in the middle of it")));

    queue.predicting().start();

    assertThat(predictions.waited()).isEqualTo(1);
    assertThat(queue.predicting().runningProperty().get()).isFalse();
    assertThat(queue.predicting().messageProperty().get()).isEqualTo("3 images predicted.");
  }

  @Test
  void anEngineThatIsNotInstalledEndsThePredictingWithTheReason() {
    predictions.failing(Optional.of(DataException.of(EngineProblem.NOT_INSTALLED, "/opt")));

    queue.predicting().start();

    assertThat(queue.predicting().runningProperty().get()).isFalse();
    assertThat(queue.predicting().messageProperty().get()).contains("not where it should be");
  }

  @Test
  void cancellingAnswersAtOnce() {
    queue.close();
    HeldTasks held = new HeldTasks();
    queue = queue(held);
    queue.predicting().start();
    assertThat(queue.predicting().runningProperty().get()).isTrue();

    queue.predicting().cancel();

    assertThat(queue.predicting().runningProperty().get()).isFalse();
    assertThat(queue.predicting().messageProperty().get()).startsWith("Cancelled");
  }

  @Test
  void predictingThatTheLastWindowWasAtGoesOnByItselfUnlessItWasCancelled() throws IOException {
    book.want(Optional.of(ROADS.hash()));
    queue.close();

    queue = queue(new SameThreadTasks());

    assertThat(queue.predicting().messageProperty().get()).isEqualTo("3 images predicted.");
    assertThat(book.wanted()).isEmpty();
  }

  @Test
  void whoCancelsDoesNotWantItAnotherDayEither() throws IOException {
    book.want(Optional.of(ROADS.hash()));
    queue.close();
    HeldTasks held = new HeldTasks();
    queue = queue(held);
    assertThat(queue.predicting().runningProperty().get()).isTrue();

    queue.predicting().cancel();
    held.runAll();

    assertThat(book.wanted()).isEmpty();
  }

  @Test
  void theOrderStandsStillUntilItIsRefreshed() throws IOException {
    queue.predicting().start();
    List<String> before = names();

    project.label(before.get(0), 1, ImageState.READY);

    assertThat(names()).isEqualTo(before);
    assertThat(queue.isDone(queue.lines().get(0))).isTrue();
    queue.refresh();
    assertThat(names()).doesNotContain(before.get(0));
  }

  @Test
  void scoresOfAnotherModelAreMarked() {
    queue.predicting().start();
    assertThat(queue.isStale(queue.lines().get(0))).isFalse();

    proposals.modelProperty().set(Optional.of(OTHER));

    assertThat(queue.isStale(queue.lines().get(0))).isTrue();
    assertThat(names()).hasSize(3);
  }

  @Test
  void suspectLabelsLeadToTheirPlace() throws IOException {
    predictions.saying((variant, x, y) -> 1);
    project.label("2.png", 0, ImageState.READY);
    queue.predicting().start();

    queue.kindProperty().set(QueueKind.SUSPECT);

    assertThat(names()).containsExactly("2.png");
    assertThat(queue.reason(queue.lines().get(0)))
        .isEqualTo("“background” looks like “road”, 32 px");
    queue.visit(queue.lines().get(0));
    assertThat(project.session().selectedProperty().get()).contains(project.id("2.png"));
    assertThat(looked).containsExactly(new Region(0, 0, 8, 4));
  }

  /** The image's left half is like itself in every image; the canvas shows a part of it. */
  @Test
  void imagesLikeARegionLeadToTheirMostSimilarPlace() {
    queue.predicting().start();

    queue.kindProperty().set(QueueKind.LIKENESS);

    assertThat(names()).containsExactly("2.png", "3.png");
    assertThat(queue.reason(queue.lines().get(0))).isEqualTo("100% like the region");
    queue.visit(queue.lines().get(0));
    assertThat(looked).containsExactly(new Region(0, 0, 4, 4));
  }

  @Test
  void theReasonFollowsTheLanguage() {
    queue.predicting().start();
    int before = queue.changesProperty().get();

    texts.languageProperty().set(Language.KOREAN);

    assertThat(queue.changesProperty().get()).isGreaterThan(before);
    assertThat(queue.reason(queue.lines().get(0))).contains("불일치");
  }
}
