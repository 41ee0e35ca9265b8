package org.maskwright.network.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.metric.Change;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.gate.ModelComparison.ClassChange;
import org.maskwright.network.gate.ModelComparison.Result;
import org.maskwright.network.quick.QuickFit;
import org.maskwright.network.train.DrawnExamples;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.protocol.Planes;

/** Both models answer the same images, and only what both know counts. */
class ModelComparisonTest {

  private static final int NONE = LabelMask.IGNORE;
  private static final List<Integer> AS_THEY_ARE = List.of(0, 1, 2, 3);
  private static final DrawnExamples IMAGES = new DrawnExamples(4, 64, 16);

  private static LoadedModel ignorant;
  private static LoadedModel fitted;

  @BeforeAll
  static void fit() throws IOException {
    ignorant = model();
    fitted = model();
    new QuickFit(fitted.network(), Preprocessing.CENTRED, WorkingScale.OWN, 7)
        .run(IMAGES, Progress.NONE);
  }

  @AfterAll
  static void close() {
    ignorant.close();
    fitted.close();
  }

  private static LoadedModel model() throws IOException {
    ArchitectureDescription architecture =
        ArchitectureDescription.usual(Trunks.SQUEEZENET_1_1, DrawnExamples.classes())
            .withWidths(List.of(16, 4, 8, 8, 12));
    return new LoadedModel(
        new ModelDescription(
            architecture,
            Preprocessing.CENTRED,
            WorkingScale.OWN,
            LabelScheme.ofNames(List.of("ground", "red", "green", "blue")),
            ModelCard.named("drawn")),
        FcnNetwork.build(architecture, 5));
  }

  private static Result compare(Judged before, Judged after, int classes) throws IOException {
    return new ModelComparison(before, after, classes, 3).run(IMAGES, Progress.NONE);
  }

  @Test
  void betterModelIsBetterInEveryVariantAndNowhereWorse() throws IOException {
    Result result = compare(new Judged(ignorant, AS_THEY_ARE), new Judged(fitted, AS_THEY_ARE), 4);
    assertThat(result.images()).isEqualTo(4);
    assertThat(result.variants())
        .extracting(ModelComparison.VariantChange::variant)
        .containsExactly(Variant.FCN_32S, Variant.FCN_16S, Variant.FCN_8S);
    for (ModelComparison.VariantChange change : result.variants()) {
      assertThat(change.meanIu().low()).isPositive();
      assertThat(change.classes()).extracting(ClassChange::label).containsExactly(0, 1, 2, 3);
      assertThat(change.classes()).extracting(ClassChange::images).containsOnly(4);
    }
    assertThat(result.worst()).isEmpty();
  }

  @Test
  void worseModelIsShownOnItsWorstImages() throws IOException {
    Result result = compare(new Judged(fitted, AS_THEY_ARE), new Judged(ignorant, AS_THEY_ARE), 4);
    assertThat(result.worst()).hasSize(3);
    assertThat(result.worst()).isSortedAccordingTo((a, b) -> Double.compare(b.drop(), a.drop()));
    Regressed worst = result.worst().get(0);
    assertThat(Planes.unpack(worst.after(), worst.width() * worst.height())).containsOnly(0);
    assertThat(worst.drop()).isPositive();
  }

  @Test
  void sameModelHasNotChangedAtAll() throws IOException {
    Result result = compare(new Judged(fitted, AS_THEY_ARE), new Judged(fitted, AS_THEY_ARE), 4);
    for (ModelComparison.VariantChange change : result.variants()) {
      Change iu = change.meanIu();
      assertThat(iu).isEqualTo(new Change(iu.before(), iu.before(), 0, 0));
    }
    assertThat(result.worst()).isEmpty();
  }

  @Test
  void classesAreThoseOfTheProjectWhateverTheModelsCallThem() throws IOException {
    // The project has all that the model calls red as its class 4, and its own 1 is unknown.
    Result result =
        compare(
            new Judged(ignorant, List.of(0, 4, 2, NONE)),
            new Judged(fitted, List.of(0, 4, 2, 3)),
            5);
    List<ClassChange> classes = result.variants().get(2).classes();
    assertThat(classes).extracting(ClassChange::label).containsExactly(0, 2, 4, 3);
    assertThat(classes).extracting(ClassChange::regions).element(2).isEqualTo(0L);
    assertThat(classes.get(1).iu().after()).isGreaterThan(0.3);
    // Only the second model knows the last one.
    assertThat(classes.get(3).iu().before()).isNaN();
    assertThat(classes.get(3).iu().after()).isGreaterThan(0.3);
  }

  @Test
  void modelsThatShareNothingAreNotCompared() {
    Judged some = new Judged(ignorant, List.of(0, NONE, NONE, NONE));
    Judged others = new Judged(fitted, List.of(NONE, 1, 2, 3));
    assertThatThrownBy(() -> compare(some, others, 4))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("known to both");
  }
}
