package org.maskwright.data.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.Preflight;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.ImageState;
import org.maskwright.data.project.Project;
import org.maskwright.data.task.Progress;
import org.maskwright.testing.GeneratedDataset;

class ImporterTest {

  private static final ImportPlan PLAN = ImportPlan.of("voc");

  @TempDir Path folder;

  private ExchangeFixture fixture;
  private Project project;
  private ImageId first;
  private ImageId second;
  private Dataset delivery;

  @BeforeEach
  void prepare() throws IOException {
    fixture = new ExchangeFixture(folder);
    first = fixture.photo("a/image.png", 40, 30);
    second = fixture.photo("b/image.png", 31, 17);
    project = fixture.project("background", "dog");
    GeneratedDataset source = GeneratedDataset.small();
    source.add("a/image.png", "train", GeneratedDataset.holes());
    source.add("b/image.png", "val", GeneratedDataset.parts());
    delivery = fixture.voc(source);
  }

  @AfterEach
  void close() throws IOException {
    delivery.close();
    project.close();
  }

  @Test
  void classesAreFoundByNameAndMissingOnesAdded() throws IOException {
    ImportReport report = importer(delivery, PLAN).run();

    assertThat(report.english()).isEqualTo("2 masks imported, read back, 0 pixels differ");
    assertThat(project.scheme().classes())
        .extracting(LabelClass::name)
        .containsExactly("background", "dog", "cat", "Bäume (grün)");
    LabelMask mask = project.masks().read(first).orElseThrow();
    assertThat(mask.label(3, 3)).isEqualTo(2);
    assertThat(mask.label(12, 11)).isEqualTo(1);
    assertThat(mask.provenance(3, 3)).isEqualTo(new Provenance(Provenance.Kind.IMPORT, "voc"));
    assertThat(project.masks().record(second).state()).isEqualTo(ImageState.READY);
  }

  @Test
  void preflightWritesNothing() throws IOException {
    Preflight preflight = importer(delivery, PLAN).preflight();

    assertThat(preflight.english()).isEqualTo("2 of 2");
    assertThat(preflight.findings().count(CommonFinding.CLASSES_ADDED)).isEqualTo(2);
    assertThat(project.scheme().size()).isEqualTo(2);
    assertThat(project.masks().read(first)).isEmpty();
  }

  @Test
  void classesCanBeMappedToOthersAndToVoid() throws IOException {
    Map<String, String> map = Map.of("cat", "dog", "Bäume (grün)", ImportPlan.VOID);

    importer(delivery, PLAN.with(map)).run();

    assertThat(project.scheme().size()).isEqualTo(2);
    assertThat(project.masks().read(first).orElseThrow().label(3, 3)).isEqualTo(1);
    LabelMask mask = project.masks().read(second).orElseThrow();
    assertThat(mask.isVoid(mask.index(14, 6))).isTrue();
  }

  @Test
  void aMappingFromAClassThatIsNotThereIsRefused() {
    assertProblem(delivery, PLAN.with(Map.of("cow", "dog")), FormatProblem.NO_SUCH_CLASS);
  }

  @Test
  void labelsOfPeopleAreReplacedOnlyWhenAsked() throws IOException {
    project.masks().write(first, GeneratedDataset.decided(40, 30, 1), ImageState.READY);

    assertProblem(delivery, PLAN, FormatProblem.PREFLIGHT_FAILED);
    assertThat(importer(delivery, PLAN.with(ImportPlan.Existing.KEEP)).run().written())
        .isEqualTo(1);
    assertThat(project.masks().read(first).orElseThrow().label(0, 0)).isEqualTo(1);
    importer(delivery, PLAN.with(ImportPlan.Existing.REPLACE)).run();
    assertThat(project.masks().read(first).orElseThrow().label(0, 0)).isZero();
  }

  @Test
  void proposalsStayBelowWhatPeoplePainted() throws IOException {
    LabelMask painted = new LabelMask(40, 30);
    painted.set(3, 3, 0, Provenance.of(Provenance.Kind.BRUSH));
    project.masks().write(first, painted, ImageState.IN_WORK);

    importer(delivery, PLAN.asProposals()).run();

    LabelMask mask = project.masks().read(first).orElseThrow();
    assertThat(mask.label(3, 3)).isZero();
    assertThat(mask.provenance(3, 3)).isEqualTo(Provenance.of(Provenance.Kind.BRUSH));
    assertThat(mask.label(4, 3)).isEqualTo(2);
    assertThat(mask.provenance(4, 3).isHuman()).isFalse();
    assertThat(project.masks().record(second).state()).isEqualTo(ImageState.PROPOSED);
  }

  @Test
  void verifiedImagesAreNotTouched() throws IOException {
    project.masks().write(first, GeneratedDataset.decided(40, 30, 1), ImageState.READY);
    project.masks().setState(first, ImageState.VERIFIED);
    ImportPlan plan = PLAN.with(ImportPlan.Existing.REPLACE);

    Preflight preflight = importer(delivery, plan).preflight();

    assertThat(preflight.findings().count(CommonFinding.LOCKED)).isEqualTo(1);
    assertProblem(delivery, plan, FormatProblem.PREFLIGHT_FAILED);
  }

  @Test
  void masksThatFitNoImageAreNamedBeforeAnythingIsWritten() throws IOException {
    GeneratedDataset wrong = GeneratedDataset.small();
    wrong.add("a/image.png", "", GeneratedDataset.decided(30, 40, 1));
    wrong.add("c/other.png", "", GeneratedDataset.decided(3, 3, 1));
    wrong.add("image.jpg", "", GeneratedDataset.decided(3, 3, 1));

    Preflight preflight = importer(wrong, PLAN).preflight();

    assertThat(preflight.findings().list())
        .extracting(finding -> finding.code())
        .isEqualTo(
            List.of(
                CommonFinding.SIZE_MISMATCH,
                CommonFinding.NOT_IN_PROJECT,
                CommonFinding.AMBIGUOUS_IMAGE));
    assertProblem(wrong, PLAN, FormatProblem.PREFLIGHT_FAILED);
    assertThat(project.masks().read(first)).isEmpty();
  }

  @Test
  void brokenOnesCanBeLeftOutInSoManyWords() throws IOException {
    GeneratedDataset half = GeneratedDataset.small();
    half.add("a/image.png", "", GeneratedDataset.holes());
    half.add("c/other.png", "", GeneratedDataset.holes());

    ImportReport report = importer(half, PLAN.skippingBroken()).run();

    assertThat(report.written()).isEqualTo(1);
    assertThat(report.preflight().errors()).contains("c/other.png");
  }

  private Importer importer(Dataset source, ImportPlan plan) {
    return new Importer(project, source, plan, Progress.NONE);
  }

  private void assertProblem(Dataset source, ImportPlan plan, FormatProblem expected) {
    assertThatThrownBy(() -> importer(source, plan).run())
        .isInstanceOfSatisfying(
            DataException.class, e -> assertThat(e.problem().code()).isEqualTo(expected));
  }
}
