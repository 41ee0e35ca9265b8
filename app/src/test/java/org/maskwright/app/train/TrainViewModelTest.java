package org.maskwright.app.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.dialog.Answers;
import org.maskwright.app.engine.EngineStatus;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.app.session.OpenProject;
import org.maskwright.app.task.HeldTasks;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.task.Tasks;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.app.train.TrainViewModel.Page;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.dataset.SplitRevision;
import org.maskwright.data.dataset.Splits;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.metric.Change.Verdict;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.promotion.Decision;
import org.maskwright.data.promotion.Promotions;
import org.maskwright.protocol.snapshot.Snapshot;
import org.maskwright.protocol.wire.JobKind;
import org.maskwright.protocol.wire.LabelClass;
import org.maskwright.protocol.wire.MakeModelRequest;
import org.maskwright.protocol.wire.SubmitJobRequest;
import org.maskwright.protocol.wire.WhenClosed;

/** From what is learned to the gate, without an engine. */
class TrainViewModelTest {

  private static final String[] PHOTOS = {
    "ash.png", "birch.png", "elm.png", "fir.png", "larch.png",
    "maple.png", "oak.png", "pine.png", "rowan.png", "yew.png"
  };

  @TempDir private Path folder;

  private final Texts texts = new Texts(Language.ENGLISH);
  private final FakeWorkshop workshop = new FakeWorkshop();
  private final List<String> news = new ArrayList<>();
  private final Answers person = Answers.nobody();
  private OpenProject open;
  private TrainViewModel model;

  @BeforeEach
  void open() throws IOException {
    open = new OpenProject(folder, List.of("background", "crack", "road"), PHOTOS);
    open.session().refresh();
    model = create(new SameThreadTasks());
  }

  private TrainViewModel create(Tasks tasks) {
    Around.ModelNews listener =
        new Around.ModelNews() {
          @Override
          public void made() {
            news.add("made");
          }

          @Override
          public void promoted(String hash) {
            news.add(hash);
          }
        };
    return new TrainViewModel(
        new Around(
            open.session(),
            workshop,
            new SimpleObjectProperty<>(EngineStatus.READY),
            tasks,
            Runnable::run,
            person,
            texts,
            listener));
  }

  @AfterEach
  void close() {
    model.close();
    open.close();
  }

  /** Labels and verifies an image; the label is that of the whole image. */
  private void verify(String photo, int label) throws IOException {
    open.label(photo, label, ImageState.READY);
    open.label(photo, label, ImageState.VERIFIED);
  }

  private void labelAll(ImageState state) throws IOException {
    for (int i = 0; i < PHOTOS.length; i++) {
      open.label(PHOTOS[i], i % 3, state);
    }
  }

  private void readyToTrain() throws IOException {
    labelAll(ImageState.READY);
    labelAll(ImageState.VERIFIED);
    model.refresh();
    model.plan().holdOut();
  }

  /** All images are held out or learned from, and all but one of the latter are verified. */
  private String readyToTrainButOne() throws IOException {
    labelAll(ImageState.READY);
    model.refresh();
    model.plan().holdOut();
    SplitRevision split = new Splits(open.project()).current().orElseThrow();
    String left = "";
    for (int i = 0; i < PHOTOS.length; i++) {
      if (left.isEmpty() && split.of(open.id(PHOTOS[i])).equals(Optional.of(Split.TRAIN))) {
        left = PHOTOS[i];
      } else {
        open.label(PHOTOS[i], i % 3, ImageState.VERIFIED);
      }
    }
    model.plan().look();
    return left;
  }

  private String sentence() {
    return model.plan().sentence().getValue();
  }

  private String refusal() {
    return model.plan().refusal().getValue();
  }

  @Test
  void theModelThatTheProjectWorksWithIsTheOneToStartFrom() throws IOException {
    byte[] own = "own".getBytes(StandardCharsets.UTF_8);
    String hash = Sha256.of(own);
    Promotions promotions = new Promotions(open.project());
    Files.createDirectories(promotions.file(hash).getParent());
    Files.write(promotions.file(hash), own);
    promotions.beginWith(hash, "own");

    model.refresh();

    assertThat(model.plan().startProperty().get()).extracting(KnownModel::hash).isEqualTo(hash);
  }

  @Test
  void anyNetworkCanBecomeTheModelToStartFrom() throws IOException {
    readyToTrain();
    NewModelViewModel making = model.plan().newModel();
    making.look();
    assertThat(making.networkProperty().get()).extracting(KnownNetwork::trunk).isEqualTo("vgg16");
    assertThat(making.fusionProperty().get()).isEqualTo("sum");

    making.fusionProperty().set("concatenation");
    making.make();

    MakeModelRequest asked = workshop.made().get(0);
    assertThat(asked.getFusion()).isEqualTo("concatenation");
    assertThat(asked.getWeights()).isEmpty();
    assertThat(asked.getClassesList())
        .extracting(LabelClass::getName)
        .containsExactly("background", "crack", "road");
    assertThat(model.plan().startProperty().get()).extracting(KnownModel::name).isEqualTo("vgg16");
    assertThat(news).containsExactly("made");
  }

  @Test
  void aNewModelAndATrainingDoNotBreakEachOtherOff() throws IOException {
    readyToTrain();
    model.close();
    HeldTasks tasks = new HeldTasks();
    model = create(tasks);
    NewModelViewModel making = model.plan().newModel();
    making.look();
    model.refresh();
    tasks.runNext();

    making.make();
    tasks.runAll();
    assertThat(workshop.made()).isEmpty();
    assertThat(model.plan().isReady()).isTrue();

    making.make();
    assertThat(model.plan().isReady()).isFalse();
    tasks.runAll();
    assertThat(workshop.made()).hasSize(1);
    assertThat(model.plan().isReady()).isTrue();
  }

  @Test
  void aNetworkThatLeavesNoChoiceAsksForNone() {
    NewModelViewModel making = model.plan().newModel();
    making.look();

    making.networkProperty().set(making.networks().get(1));

    assertThat(making.fusionProperty().get()).isNull();
    assertThat(making.upsamplingProperty().get()).isNull();
  }

  @Test
  void aFileOfWeightsGivesANewModelItsNameAndItsBeginning() throws IOException {
    Path file = Files.writeString(folder.resolve("backbone.safetensors"), "weights");
    NewModelViewModel making = model.plan().newModel();
    making.look();
    assertThat(making.weightsText().getValue()).isEqualTo("random");

    person.choosing(file);
    making.chooseWeights();
    making.make();

    assertThat(making.weightsText().getValue()).isEqualTo("backbone.safetensors");
    MakeModelRequest asked = workshop.made().get(0);
    assertThat(asked.getName()).isEqualTo("backbone");
    assertThat(asked.getWeights()).isEqualTo(Sha256.of(Files.readAllBytes(file)));
    assertThat(making.activity().messageProperty().get()).startsWith("\u201cbackbone\u201d was");
  }

  @Test
  void nothingHeldOutIsRefusedAndCuredWithAClick() throws IOException {
    labelAll(ImageState.READY);
    labelAll(ImageState.VERIFIED);
    model.refresh();
    assertThat(refusal()).startsWith("Nothing is held out yet");
    assertThat(model.plan().mayHoldOut().getValue()).isTrue();
    assertThat(model.plan().isReady()).isFalse();

    model.plan().holdOut();

    assertThat(refusal()).isEmpty();
    assertThat(model.plan().isReady()).isTrue();
    assertThat(new Splits(open.project()).current().orElseThrow().counts())
        .containsEntry(Split.HOLDOUT, 2L);
  }

  @Test
  void oneSentenceSaysWhatIsUsedAndWhatIsScarce() throws IOException {
    readyToTrain();
    Plan plan = model.plan().planProperty().get().orElseThrow();
    Plan.ClassLine crack = plan.classes().get(1);
    assertThat(sentence())
        .startsWith("8 verified images, 2 held out, 3 classes")
        .contains(
            "; crack: %d regions in %d images, too few".formatted(crack.regions(), crack.images()))
        .endsWith(".");
  }

  @Test
  void onlyVerifiedImagesCountUnlessAPersonSaysOtherwise() throws IOException {
    readyToTrainButOne();
    assertThat(sentence()).startsWith("7 verified images");

    model.plan().readyProperty().set(true);

    assertThat(sentence()).startsWith("8 finished images");
  }

  @Test
  void whatAModelProposedCountsOnlyIfItIsTicked() throws IOException {
    String photo = readyToTrainButOne();
    LabelMask proposed =
        LabelMask.decided(
            OpenProject.WIDTH,
            OpenProject.HEIGHT,
            new byte[OpenProject.WIDTH * OpenProject.HEIGHT],
            Provenance.model("ab".repeat(32)));
    open.project().masks().write(open.id(photo), proposed, ImageState.READY);
    model.plan().readyProperty().set(true);
    assertThat(sentence()).startsWith("7 finished images");

    model.plan().modelPixelsProperty().set(true);

    assertThat(sentence()).startsWith("8 finished images");
  }

  @Test
  void classWithoutAPixelIsRefusedUntilItIsLeftOut() throws IOException {
    for (int i = 0; i < PHOTOS.length; i++) {
      verify(PHOTOS[i], i % 2);
    }
    model.refresh();
    model.plan().holdOut();
    assertThat(refusal()).startsWith("No pixel shows: road.");

    model.plan().teach(2, false);

    assertThat(refusal()).isEmpty();
    assertThat(sentence()).contains("2 classes");
  }

  @Test
  void classesThatTheModelLacksAreAddedBehindItsOwn() throws IOException {
    readyToTrain();
    model.plan().fineTune();
    Snapshot sent = workshop.snapshots().get(0);
    assertThat(sent.classes().classes())
        .extracting(label -> label.name())
        .containsExactly("background", "crack", "tree", "road");
    assertThat(sent.of(Split.TRAIN)).hasSizeBetween(6, 7);
    assertThat(sent.of(Split.VAL)).isNotEmpty();
    assertThat(sent.of(Split.HOLDOUT)).isEmpty();
  }

  @Test
  void jobIsBegunAsItWasChosenAndShownWithItsCurves() throws IOException {
    readyToTrain();
    model.plan().tuning().epochsProperty().set(2);
    model.plan().tuning().teacherProperty().set(0.5);
    model.plan().tuning().goOnProperty().set(false);
    model.plan().fineTune();
    SubmitJobRequest request = workshop.submitted().get(0).getRequest();
    assertThat(request.getKind()).isEqualTo(JobKind.FINE_TUNE);
    assertThat(request.getName()).isEqualTo("base #1");
    assertThat(request.getModel()).isEqualTo(FakeWorkshop.START);
    assertThat(request.getTraining().getEpochs()).isEqualTo(2);
    assertThat(request.getTraining().getTeacher()).isEqualTo(0.5);
    assertThat(request.getWhenClosed()).isEqualTo(WhenClosed.PAUSE);
    assertThat(model.pageProperty().get()).isEqualTo(Page.JOBS);
    Curves curves = model.jobs().curvesProperty().get();
    assertThat(curves.losses().get("8s"))
        .containsExactly(new Curves.Point(1, 1), new Curves.Point(2, 0.25));
    assertThat(curves.meanIus().get("16s")).containsExactly(new Curves.Point(1, 0.4));
    assertThat(model.jobs().status().getValue()).isEqualTo("Done · best: epoch 2, mean IU 0.500");
    assertThat(model.jobs().log())
        .isEqualTo(
            "Epoch 1: loss 32s 1.500, 16s 1.000, 8s 0.625; mean IU 32s 0.250, 16s 0.400,"
                + " 8s 0.500; 3.5 images/s; unreadable: 0");
    assertThat(news).containsExactly("made");
  }

  @Test
  void draftLearnsFromAllThatIsNotHeldOut() throws IOException {
    readyToTrain();
    model.plan().quickFit();
    assertThat(workshop.submitted().get(0).getRequest().getKind()).isEqualTo(JobKind.QUICK_FIT);
    assertThat(workshop.submitted().get(0).getRequest().getName()).isEqualTo("base ~1");
    assertThat(workshop.snapshots().get(0).of(Split.TRAIN)).hasSize(8);
  }

  @Test
  void historyKnowsTheProjectsOwnJobsAfterAReopening() throws IOException {
    readyToTrain();
    model.plan().fineTune();
    TrainViewModel later = create(new SameThreadTasks());
    later.refresh();
    assertThat(later.jobs().jobs()).hasSize(1);
    later.close();
  }

  @Test
  void gatePromotesRejectsAndRollsBack() throws IOException {
    readyToTrain();
    model.plan().fineTune();
    model.examine();
    GateViewModel gate = model.gate();
    assertThat(gate.standing().getValue()).startsWith("No model was promoted");
    assertThat(gate.beforeProperty().get()).extracting(m -> m.hash()).isEqualTo(FakeWorkshop.START);
    gate.promote();
    assertThat(gate.decisions().getValue()).isEmpty();

    gate.compare();
    Judgement judgement = gate.judgementProperty().get().orElseThrow();
    assertThat(judgement.variants().get(0).classes())
        .extracting(Judgement.ClassRow::verdict)
        .containsExactly(Verdict.BETTER, Verdict.TOO_FEW);
    assertThat(workshop.compared().get(0).getBefore().getClassesList())
        .containsExactly(0, 1, LabelMask.IGNORE);
    assertThat(workshop.compared().get(0).getAfter().getClassesList())
        .containsExactly(0, 1, LabelMask.IGNORE, 2);
    gate.reject();
    gate.promote();

    Decision promoted = new Promotions(open.project()).current().orElseThrow();
    assertThat(promoted.model()).isEqualTo(FakeWorkshop.TRAINED);
    assertThat(promoted.means()).isEqualTo(Map.of("8s", new Decision.Means(0.5, 0.7)));
    assertThat(promoted.splitRevision()).isEqualTo(1);
    assertThat(gate.standing().getValue())
        .isEqualTo("The project works with “base #1”, promoted by Kim.");
    assertThat(gate.mayRollBack().getValue()).isTrue();
    gate.rollBack();
    assertThat(new Promotions(open.project()).current()).isEqualTo(Optional.empty());
    assertThat(news).containsExactly("made", FakeWorkshop.TRAINED, FakeWorkshop.START);
    assertThat(gate.decisions().getValue()).hasSize(3);
    assertThat(open.failures()).isEmpty();
  }
}
