package org.maskwright.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.format.voc.VocFormat;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.testing.GeneratedDataset;

class ExporterTest {

  @TempDir Path folder;

  private final GeneratedDataset source = GeneratedDataset.tricky();
  private final ExportPlan plan = ExportPlan.of(new VocFormat(), ExportClasses.of(source.scheme()));

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    ExportReport report = exporter(source, plan).export(folder.resolve("out"));

    assertThat(report.english()).isEqualTo("5 masks written, read back, 0 pixels differ");
    assertThat(folder).isDirectoryContaining(file -> file.endsWith("out"));
    assertThat(ZipFolder.files(folder)).allMatch(file -> file.startsWith(folder.resolve("out")));
  }

  @Test
  void theSameInputGivesTheSameBytes() throws IOException {
    exporter(source, plan).export(folder.resolve("one.zip"));
    exporter(GeneratedDataset.tricky(), plan).export(folder.resolve("two.zip"));

    assertThat(ZipFolder.files(folder))
        .containsExactly(folder.resolve("one.zip"), folder.resolve("two.zip"));
    assertThat(folder.resolve("one.zip")).hasSameBinaryContentAs(folder.resolve("two.zip"));
  }

  @Test
  void preflightCountsWithoutWriting() throws IOException {
    source.add("untouched.jpg", "", new LabelMask(3, 3));

    Preflight preflight = exporter(source, plan).preflight();

    assertThat(preflight.english()).isEqualTo("5 of 6; 1 unlabelled");
    assertThat(preflight.findings().count(CommonFinding.VOID_PIXELS)).isEqualTo(80 - 48 + 1);
    assertThat(preflight.findings().count(CommonFinding.UNLABELLED_PIXELS)).isEqualTo(24 * 5);
    assertThat(preflight.findings().count(CommonFinding.RENAMED)).isEqualTo(3);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void classesLeftOutAreCountedAndBecomeVoid() throws IOException {
    ExportClasses classes =
        ExportClasses.of(
            source.scheme(),
            List.of(
                new ExportClasses.Entry(0, 0, "ground"), new ExportClasses.Entry(2, 7, "Hund")));

    ExportReport report =
        exporter(source, ExportPlan.of(new VocFormat(), classes)).export(folder.resolve("out"));

    assertThat(report.different()).isZero();
    assertThat(report.preflight().findings().count(CommonFinding.CLASS_LEFT_OUT)).isPositive();
    assertThat(folder.resolve("out/labelmap.txt")).content().contains("Hund:128,128,128::");
  }

  @Test
  void classesThatBecomeOneAreCountedAndVerifiedAsOne() throws IOException {
    ExportClasses classes =
        ExportClasses.of(
            source.scheme(),
            List.of(
                new ExportClasses.Entry(2, 5, "animal"),
                new ExportClasses.Entry(0, 0, "ground"),
                new ExportClasses.Entry(1, 5, "animal"),
                new ExportClasses.Entry(1, 5, "animal")));
    GeneratedDataset two = GeneratedDataset.small();
    two.add("pets.png", "", GeneratedDataset.checkerboard(9, 7));
    two.add("none.png", "", GeneratedDataset.decided(3, 3, 0));

    ExportReport report =
        exporter(two, ExportPlan.of(new VocFormat(), classes)).export(folder.resolve("out"));

    assertThat(report.different()).isZero();
    assertThat(report.preflight().findings().count(CommonFinding.CLASSES_JOINED)).isEqualTo(63);
    assertThat(MaskPng.read(folder.resolve("out/SegmentationClass/pets.png")).indices())
        .containsOnly(5);
    assertThat(folder.resolve("out/labelmap.txt"))
        .hasContent("# label:color_rgb:parts:actions\nground:0,0,0::\nanimal:128,0,128::\n");
  }

  @Test
  void oneClassIsNotSentToTwoPlaces() {
    assertClasses(
        FormatProblem.CLASS_SENT_TWICE,
        new ExportClasses.Entry(1, 1, "cat"),
        new ExportClasses.Entry(1, 2, "lion"));
  }

  @Test
  void idsAndNamesDifferOrAreBothTheSame() {
    ExportClasses.Entry cat = new ExportClasses.Entry(1, 1, "cat");
    assertClasses(FormatProblem.CLASS_TWICE, cat, new ExportClasses.Entry(2, 1, "dog"));
    assertClasses(FormatProblem.CLASS_TWICE, cat, new ExportClasses.Entry(2, 2, "Cat"));
    assertClasses(FormatProblem.CLASS_NAME_BLANK, cat, new ExportClasses.Entry(2, 2, " dog"));
  }

  private void assertClasses(FormatProblem expected, ExportClasses.Entry... entries) {
    assertProblem(() -> ExportClasses.of(source.scheme(), List.of(entries)), expected);
  }

  @Test
  void anEarlierExportIsReplacedOnlyWhenAsked() throws IOException {
    Path target = folder.resolve("out");
    exporter(source, plan).export(target);
    GeneratedDataset smaller = GeneratedDataset.small();
    smaller.add("only.png", "", GeneratedDataset.holes());

    assertProblem(() -> exporter(smaller, plan).export(target), FormatProblem.TARGET_EXISTS);
    assertThat(target.resolve("SegmentationClass/single.png")).exists();
    exporter(smaller, plan.replacing()).export(target);

    assertThat(target.resolve("SegmentationClass"))
        .isDirectoryNotContaining(file -> file.endsWith("single.png"));
  }

  @Test
  void aFolderThatIsNoExportIsNeverReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("thesis.txt"), "years of work");

    assertProblem(
        () -> exporter(source, plan.replacing()).export(folder), FormatProblem.TARGET_FOREIGN);
    assertThat(file).exists();
  }

  @Test
  void nothingIsLeftBehindWhenNothingCanBeWritten() {
    GeneratedDataset empty = GeneratedDataset.small();

    assertProblem(
        () -> exporter(empty, plan).export(folder.resolve("out")), FormatProblem.NOTHING_TO_WRITE);
    assertThat(folder).isEmptyDirectory();
  }

  private static Exporter exporter(Dataset source, ExportPlan plan) {
    return new Exporter(source, plan, Progress.NONE);
  }

  private static void assertProblem(ThrowingCallable call, FormatProblem expected) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DataException.class, e -> assertThat(e.problem().code()).isEqualTo(expected));
  }
}
