package org.maskwright.app.accept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.canvas.Viewport;
import org.maskwright.app.engine.EngineStatus;
import org.maskwright.app.keys.Command;
import org.maskwright.app.proposal.FakePredictions;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.proposal.Proposals;
import org.maskwright.app.session.OpenImage;
import org.maskwright.app.session.OpenProject;
import org.maskwright.app.session.Painting;
import org.maskwright.app.session.Settings;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.app.tool.ObjectMemory;
import org.maskwright.app.tool.ObjectSource;
import org.maskwright.app.tool.ToolBench;
import org.maskwright.app.tool.ToolBox;
import org.maskwright.app.tool.ToolKind;
import org.maskwright.app.tool.ToolServices;
import org.maskwright.data.image.pyramid.ImageOpener;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.proposal.ClassMap;
import org.maskwright.data.proposal.ClassMaps;

class AcceptViewModelTest {

  private static final KnownModel MODEL =
      FakePredictions.model("roads", "background", "road", "boat");

  @TempDir private Path folder;

  private final List<String> said = new ArrayList<>();
  private final List<ClassMapViewModel> questions = new ArrayList<>();
  private OpenProject project;
  private Painting painting;
  private Proposals proposals;
  private ToolBox tools;
  private AcceptViewModel model;

  @BeforeEach
  void open() throws IOException {
    project = new OpenProject(folder, List.of("background", "road"), "1.png", "2.png");
    project.session().refresh();
    ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.first(Locale.ENGLISH));
    painting = new Painting(project.session().schemeProperty(), settings);
    // Boats on the left, roads on the right.
    FakePredictions predictions =
        new FakePredictions(MODEL).saying((variant, x, y) -> x < OpenProject.WIDTH / 2 ? 2 : 1);
    SameThreadTasks tasks = new SameThreadTasks();
    proposals =
        new Proposals(
            project.session(),
            predictions,
            new SimpleObjectProperty<>(EngineStatus.READY),
            new ImageOpener(folder.resolve("tiles")),
            tasks);
    ToolServices services =
        new ToolServices(
            tasks,
            0,
            project.failures()::add,
            proposals::sourceMask,
            ObjectSource.colours(),
            ObjectMemory.NONE);
    ToolBench bench = new ToolBench(project.session(), painting, new Viewport(), services);
    tools = new ToolBox(project.session(), painting, bench, services);
    model =
        new AcceptViewModel(
            project.session(),
            painting,
            proposals,
            bench,
            new AcceptViewModel.Around(
                tasks,
                new Texts(Language.ENGLISH),
                tools,
                said::add,
                project.failures()::add,
                questions::add));
  }

  @AfterEach
  void close() {
    proposals.close();
    project.close();
    assertThat(project.failures()).isEmpty();
  }

  private LabelMask mask() {
    return project.session().currentProperty().get().map(OpenImage::mask).orElseThrow();
  }

  private long count(int label) {
    return mask().histogram()[label];
  }

  private void answer() {
    ClassMapViewModel question = questions.remove(0);
    question.ignoreOpen();
    question.save();
  }

  @Test
  void firstThereIsAQuestionAndThenWhatIsMappedIsTaken() throws IOException {
    assertThat(model.run(Command.ACCEPT_ALL)).isTrue();
    assertThat(count(1)).isZero();

    answer();

    assertThat(count(1)).isEqualTo(16);
    assertThat(mask().provenance(7, 0))
        .isEqualTo(Provenance.model("roads 8s " + MODEL.hash().substring(0, 12)));
    assertThat(said).isEmpty();
  }

  @Test
  void theQuestionIsAskedOnce() throws IOException {
    model.acceptAll();
    answer();
    project.session().step(1);
    model.acceptAll();

    assertThat(questions).isEmpty();
    assertThat(count(1)).isEqualTo(16);
    assertThat(new ClassMaps(project.project()).read(MODEL.hash(), MODEL.classNames())).isPresent();
  }

  @Test
  void theActiveClassAloneCanBeTaken() throws IOException {
    model.acceptAll();
    questions.get(0).addOpen();
    questions.remove(0).save();
    assertThat(count(2)).isEqualTo(16);
    project.session().step(1);
    painting.choose(2);

    assertThat(model.run(Command.ACCEPT_CLASS)).isTrue();

    assertThat(count(2)).isEqualTo(16);
    assertThat(count(1)).isZero();
    assertThat(project.session().schemeProperty().get().byName("boat")).isPresent();
  }

  @Test
  void takingTheToolAsksToo() {
    tools.kindProperty().set(ToolKind.ACCEPT_REGION);

    assertThat(questions).hasSize(1);
  }

  @Test
  void whatAPersonPaintedStaysUnlessOneSaysOtherwise() throws IOException {
    project.label("2.png", 0, ImageState.IN_WORK);
    project.session().step(1);
    model.acceptAll();
    answer();
    assertThat(count(1)).isZero();
    assertThat(said).hasSize(1);

    model.overPeopleProperty().set(true);
    model.acceptAll();

    assertThat(count(1)).isEqualTo(16);
  }

  @Test
  void aVerifiedImageTakesNothingAndSaysWhy() throws IOException {
    project.label("2.png", 0, ImageState.READY);
    project.project().masks().setState(project.id("2.png"), ImageState.VERIFIED);
    project.session().step(1);

    model.acceptAll();

    assertThat(said).containsExactly("This mask is locked: nothing can be accepted.");
    assertThat(model.possibleProperty().getValue()).isFalse();
  }

  @Test
  void aMapCanBeDecidedAnew() throws IOException {
    model.acceptAll();
    answer();
    model.decideClasses();
    ClassMapViewModel again = questions.remove(0);
    assertThat(again.open()).isZero();

    again.choose(2, again.choices(2).get(2));
    again.save();

    Optional<ClassMap> kept =
        new ClassMaps(project.project()).read(MODEL.hash(), MODEL.classNames());
    assertThat(kept.map(map -> map.modelClasses(1, project.project().scheme())))
        .contains(List.of(1, 2));
    model.acceptAll();
    assertThat(count(1)).isEqualTo(32);
  }
}
