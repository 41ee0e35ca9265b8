package org.maskwright.data.format.cityscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.ExportPlan;
import org.maskwright.data.format.ExportReport;
import org.maskwright.data.format.Exporter;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.InstanceMap;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.voc.VocFormat;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.NumberImage;
import org.maskwright.data.label.NumberPng;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.testing.GeneratedDataset;

class CityscapesInstancesTest {

  private static final CityscapesFormat FORMAT = new CityscapesFormat();

  @TempDir Path folder;

  /** Road, two cars that touch, a person, void, and an object on the road that has no number. */
  private static GeneratedDataset street() {
    GeneratedDataset street =
        new GeneratedDataset(GeneratedDataset.scheme("road", "car", "person", "sky"));
    LabelMask mask = GeneratedDataset.decided(8, 1, 0);
    byte[] labels = {0, 1, 1, 2, (byte) LabelMask.IGNORE, 0, 1, 3};
    System.arraycopy(labels, 0, mask.labels(), 0, labels.length);
    int[] objects = {0, 5, 9, 5, 5, 7, 0, 0};
    street.add("a.png", "train", mask, InstanceMap.of(8, 1, objects));
    return street;
  }

  @Test
  void objectsAreWrittenWithTheIdsOfTheirClasses() throws IOException {
    ExportReport report = export(FORMAT, street(), "out");

    assertThat(report.different()).isZero();
    assertThat(report.preflight().findings().count(CommonFinding.INSTANCES_LOST)).isEqualTo(1);
    assertThat(NumberPng.read(instances("out")).numbers())
        .isEqualTo(new char[] {7, 26_000, 26_001, 24_000, 0, 7, 26, 23});
  }

  @Test
  void theirOwnNumbersComeBackPixelByPixel() throws IOException {
    export(FORMAT, street(), "first");
    char[] numbers = {7, 26_017, 26_003, 24_999, 0, 7, 26, 23};
    write(instances("first"), numbers);

    try (Dataset first = open("first", Map.of())) {
      export(FORMAT, first, "second");
    }

    assertThat(NumberPng.read(instances("second")).numbers()).isEqualTo(numbers);
    assertThat(load("second", Map.of(), new Findings()).instances())
        .isEqualTo(InstanceMap.of(8, 1, new int[] {0, 26_017, 26_003, 24_999, 0, 0, 0, 0}));
  }

  @Test
  void moreObjectsThanNumbersAreCounted() throws IOException {
    GeneratedDataset crowd = new GeneratedDataset(GeneratedDataset.scheme("road", "person"));
    int[] objects = new int[1003];
    for (int i = 0; i < objects.length; i++) {
      objects[i] = i + 1;
    }
    crowd.add("a.png", "", GeneratedDataset.decided(1003, 1, 1), InstanceMap.of(1003, 1, objects));

    ExportReport report = export(FORMAT, crowd, "out");

    assertThat(report.different()).isZero();
    assertThat(report.preflight().findings().count(CommonFinding.INSTANCES_LOST)).isEqualTo(3);
  }

  @Test
  void objectsOnPixelsOfOtherClassesAreCounted() throws IOException {
    export(FORMAT, street(), "out");
    write(instances("out"), new char[] {26_000, 26_000, 65_535, 24_000, 24_000, 7, 26, 23});
    Findings findings = new Findings();

    InstanceMap objects = load("out", Map.of(), findings).instances();

    assertThat(objects)
        .isEqualTo(InstanceMap.of(8, 1, new int[] {0, 26_000, 0, 24_000, 0, 0, 0, 0}));
    assertThat(findings.count(CityscapesFinding.INSTANCES_ELSEWHERE)).isEqualTo(3);
  }

  @Test
  void objectsBelongToMasksOfTrainingIdsToo() throws IOException {
    export(FORMAT, street(), "out");
    Path ids = folder.resolve("out/gtFine/train/a_gtFine_labelTrainIds.png");
    try (OutputStream out = Files.newOutputStream(ids)) {
      MaskPng.writeGrey(out, 8, 1, new byte[] {0, 13, 13, 11, -1, 0, 13, 10});
    }

    assertThat(load("out", Map.of("ids", "labelTrainIds"), new Findings()).instances())
        .isEqualTo(InstanceMap.of(8, 1, new int[] {0, 26_000, 26_001, 24_000, 0, 0, 0, 0}));
  }

  @Test
  void filesOfInstancesThatAreNotReadAreNamed() throws IOException {
    export(FORMAT, street(), "out");
    Path used = instances("out");
    Files.copy(used, used.resolveSibling("b_gtFine_instanceIds.png"));
    Files.copy(used, used.resolveSibling("a_gtFine_instanceTrainIds.png"));

    try (Dataset dataset = open("out", Map.of())) {
      assertThat(dataset.findings().count(CityscapesFinding.INSTANCES_IGNORED)).isEqualTo(2);
    }
  }

  @Test
  void aFileOfInstancesOfAnotherSizeIsAnError() throws IOException {
    export(FORMAT, street(), "out");
    write(instances("out"), new char[] {7, 7, 7});

    assertThatThrownBy(() -> load("out", Map.of(), new Findings()))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> assertThat(e.problem().code()).isEqualTo(FormatProblem.SIZE_MISMATCH));
  }

  @Test
  void theObjectsOfVocAreComparedToo() throws IOException {
    ExportReport report = export(new VocFormat(), street(), "voc");

    assertThat(report.different()).isZero();
    Path objects = folder.resolve("voc/SegmentationObject/a.png");
    assertThat(NumberPng.read(objects).numbers()).isEqualTo(new char[] {0, 1, 2, 1, 1, 3, 0, 0});
  }

  private ExportReport export(DatasetFormat format, Dataset source, String name)
      throws IOException {
    ExportPlan plan = ExportPlan.of(format, ExportClasses.of(source.scheme()));
    return new Exporter(source, plan, Progress.NONE).export(folder.resolve(name));
  }

  private Path instances(String name) {
    return folder.resolve(name + "/gtFine/train/a_gtFine_instanceIds.png");
  }

  private static void write(Path file, char[] numbers) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      NumberPng.write(out, new NumberImage(numbers.length, 1, numbers));
    }
  }

  private Dataset open(String name, Map<String, String> options) throws IOException {
    return FORMAT.open(folder.resolve(name), FormatOptions.of(FORMAT, options), Progress.NONE);
  }

  private LabelledImage load(String name, Map<String, String> options, Findings findings)
      throws IOException {
    try (Dataset dataset = open(name, options)) {
      return dataset.load(dataset.items().get(0), findings);
    }
  }
}
