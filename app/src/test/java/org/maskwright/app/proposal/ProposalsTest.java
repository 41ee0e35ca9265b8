package org.maskwright.app.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.engine.EngineProblem;
import org.maskwright.app.engine.EngineStatus;
import org.maskwright.app.proposal.ProposalState.Kind;
import org.maskwright.app.session.OpenProject;
import org.maskwright.app.task.HeldTasks;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.dataset.Grouping;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.SplitRecipe;
import org.maskwright.data.dataset.SplitShares;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.task.Progress;

class ProposalsTest {

  private static final KnownModel ROADS = FakePredictions.model("roads", "background", "Road");
  private static final KnownModel BOATS = FakePredictions.model("boats", "background", "boat");

  @TempDir private Path folder;

  private final ObjectProperty<EngineStatus> engine =
      new SimpleObjectProperty<>(EngineStatus.READY);
  private final FakePredictions predictions = new FakePredictions(ROADS, BOATS);
  private OpenProject project;

  @BeforeEach
  void open() throws IOException {
    project =
        new OpenProject(folder, List.of("background", "road"), "1.png", "2.png", "3.png", "4.png");
    project.session().refresh();
  }

  @AfterEach
  void close() {
    project.close();
  }

  private Proposals proposals(FakePredictions asked, Tasks tasks) {
    ImageOpener images = new ImageOpener(folder.resolve("tiles"));
    return new Proposals(project.session(), asked, engine, images, tasks);
  }

  private static Optional<ImageId> shown(Proposals proposals) {
    return proposals.proposalProperty().get().map(Proposal::image);
  }

  private static Kind state(Proposals proposals) {
    return proposals.stateProperty().get().kind();
  }

  @Test
  void firstModelProposesForTheImageOnShowInTheProjectsClasses() {
    try (Proposals proposals = proposals(predictions, new SameThreadTasks())) {
      Proposal proposal = proposals.proposalProperty().get().orElseThrow();
      assertThat(proposal.image()).isEqualTo(project.id("1.png"));
      assertThat(proposal.variants()).containsExactly("32s", "16s", "8s");
      assertThat(proposal.table(project.project().scheme())).startsWith(0, 1, 255);
      assertThat(proposal.classes("8s").orElseThrow())
          .hasSize(OpenProject.WIDTH * OpenProject.HEIGHT);
      assertThat(state(proposals)).isEqualTo(Kind.READY);
      assertThat(proposals.sourceProperty().get()).isEqualTo("8s");
    }
  }

  @Test
  void whileNobodyChoseTheModelThatKnowsTheProjectsClassesIsAsked() {
    FakePredictions otherOrder = new FakePredictions(BOATS, ROADS);
    try (Proposals proposals = proposals(otherOrder, new SameThreadTasks())) {
      assertThat(proposals.modelProperty().get()).hasValue(ROADS);
    }
  }

  @Test
  void fullResolutionAsksTheSameModelAnew() {
    FakePredictions otherOrder = new FakePredictions(BOATS, ROADS);
    try (Proposals proposals = proposals(otherOrder, new SameThreadTasks())) {
      proposals.fullResolutionProperty().set(true);

      assertThat(otherOrder.last()).isEqualTo(new Question(ROADS, true, false));
      assertThat(state(proposals)).isEqualTo(Kind.READY);
    }
  }

  @Test
  void answerAboutAnImageThatWasLeftIsDropped() {
    HeldTasks tasks = new HeldTasks();
    try (Proposals proposals = proposals(predictions, tasks)) {
      tasks.runNext();
      assertThat(state(proposals)).isEqualTo(Kind.PREDICTING);
      project.session().step(1);
      assertThat(tasks.wanted()).isEqualTo(1);
      tasks.runAll();
      assertThat(shown(proposals)).contains(project.id("2.png"));
    }
  }

  @Test
  void neighboursArePredictedWhileThereIsNothingElseToDo() {
    HeldTasks tasks = new HeldTasks();
    try (Proposals proposals = proposals(predictions, tasks)) {
      tasks.runAll();
      assertThat(predictions.asked()).hasSize(3);
      project.session().step(1);
      tasks.runAll();
      // The image itself, those before and after it, and one more.
      assertThat(predictions.asked()).hasSize(6);
      assertThat(shown(proposals)).contains(project.id("2.png"));
    }
  }

  @Test
  void imagesThatJudgeModelsShowNoProposals() throws IOException {
    SplitRecipe recipe =
        new SplitRecipe(new SplitShares(0.5, 0, 0, 0.5), Grouping.of(Grouping.Rule.NONE, ""), 7, 0);
    Map<ImageId, Split> splits = new Splits(project.project()).draw(recipe, Progress.NONE).images();
    assertThat(splits.values()).contains(Split.HOLDOUT, Split.TRAIN);
    try (Proposals proposals = proposals(predictions, new SameThreadTasks())) {
      for (ImageId image : splits.keySet()) {
        project.session().select(image);
        boolean hidden = splits.get(image) == Split.HOLDOUT;
        assertThat(state(proposals)).isEqualTo(hidden ? Kind.HOLD_OUT : Kind.READY);
        assertThat(proposals.proposalProperty().get().isEmpty()).isEqualTo(hidden);
      }
    }
  }

  @Test
  void everythingWaitsForTheEngineAndGoesOnWhenItIsThere() {
    engine.set(EngineStatus.STARTING);
    try (Proposals proposals = proposals(predictions, new SameThreadTasks())) {
      assertThat(state(proposals)).isEqualTo(Kind.ENGINE_STARTING);
      engine.set(EngineStatus.READY);
      assertThat(state(proposals)).isEqualTo(Kind.READY);
      assertThat(proposals.modelsProperty().get()).containsExactly(ROADS, BOATS);
    }
  }

  @Test
  void withoutAModelTheWayToOneIsSaid() {
    try (Proposals proposals = proposals(new FakePredictions(), new SameThreadTasks())) {
      assertThat(state(proposals)).isEqualTo(Kind.NO_MODEL);
      assertThat(proposals.stateProperty().get().text(new Texts(Language.ENGLISH)))
          .contains("./maskwright models import");
    }
  }

  @Test
  void whatFailsBecauseTheEngineDiedIsAskedAgainWhenItIsBack() {
    try (Proposals proposals = proposals(predictions, new SameThreadTasks())) {
      predictions.failing(Optional.of(new DataException(Problem.of(EngineProblem.ENDED, "log"))));
      engine.set(EngineStatus.STARTING);
      project.session().step(1);
      assertThat(state(proposals)).isEqualTo(Kind.ENGINE_STARTING);
      predictions.failing(Optional.empty());
      engine.set(EngineStatus.READY);
      assertThat(shown(proposals)).contains(project.id("2.png"));
    }
  }

  @Test
  void anotherModelIsSeenBesideTheFirst() {
    try (Proposals proposals = proposals(predictions, new SameThreadTasks())) {
      proposals.otherModelProperty().set(Optional.of(BOATS));
      assertThat(proposals.otherProposalProperty().get().map(Proposal::model)).contains(BOATS);
      assertThat(proposals.proposalProperty().get().map(Proposal::model)).contains(ROADS);
    }
  }

  @Test
  void mapThatAPersonChoseCountsAtOnce() {
    try (Proposals proposals = proposals(predictions, new SameThreadTasks())) {
      ClassMap map = proposals.proposalProperty().get().orElseThrow().map();
      proposals.useMap(map.with(1, ClassMap.Use.IGNORED));
      assertThat(proposals.proposalProperty().get().orElseThrow().table(project.project().scheme()))
          .startsWith(0, 255);
    }
  }
}
