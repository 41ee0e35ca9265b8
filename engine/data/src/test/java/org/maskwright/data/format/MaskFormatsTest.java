package org.maskwright.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.data.format.cityscapes.CityscapesFormat;
import org.maskwright.data.format.folder.ColourFolderFormat;
import org.maskwright.data.format.folder.IndexFolderFormat;
import org.maskwright.data.format.voc.CvatMaskFormat;
import org.maskwright.data.format.voc.VocFormat;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.task.Progress;
import org.maskwright.testing.GeneratedDataset;
import org.maskwright.testing.Mutations;

/** What holds for every format whose masks are files of pixels. */
class MaskFormatsTest {

  @TempDir Path folder;

  static Stream<DatasetFormat> formats() {
    return Stream.of(
        new VocFormat(),
        new CvatMaskFormat(),
        new IndexFolderFormat(),
        new ColourFolderFormat(),
        new CityscapesFormat());
  }

  static Stream<DatasetFormat> formatsOfAnyClass() {
    return formats().filter(format -> !format.id().equals("cityscapes"));
  }

  @ParameterizedTest
  @MethodSource("formatsOfAnyClass")
  void everyPixelPathAndClassComesBack(DatasetFormat format) throws IOException {
    GeneratedDataset source = GeneratedDataset.tricky();
    Path target = export(format, source);

    try (Dataset copy = open(format, target)) {
      assertThat(copy.items())
          .extracting(DatasetItem::path)
          .containsExactlyInAnyOrderElementsOf(
              source.items().stream().map(DatasetItem::path).toList());
      assertThat(copy.scheme()).isEqualTo(source.scheme());
      for (DatasetItem item : copy.items()) {
        LabelMask original = source.load(item, new Findings()).mask();
        assertThat(copy.load(item, new Findings()).mask().sameLabels(original))
            .as(item.path())
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formatsOfAnyClass")
  void twoHundredAndFiftyFourClassesComeBack(DatasetFormat format) throws IOException {
    GeneratedDataset source = GeneratedDataset.manyClasses();

    ExportReport report = exporter(format, source).export(folder.resolve("many"));

    assertThat(report.different()).isZero();
    assertThat(report.preflight().findings().count(CommonFinding.CLASSES_UNUSED)).isZero();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void ignoredPixelsCanComeInAsUnlabelled(DatasetFormat format) throws IOException {
    GeneratedDataset source = new GeneratedDataset(citynames());
    source.add("a.png", "", GeneratedDataset.ignored());
    Path target = export(format, source);
    FormatOptions options =
        FormatOptions.of(format, Map.of(FileClasses.IGNORE_OPTION.key(), "unlabelled"));

    try (Dataset copy = format.open(target, options, Progress.NONE)) {
      LabelMask mask = copy.load(copy.items().get(0), new Findings()).mask();
      assertThat(mask.isUnlabelled(mask.index(4, 4))).isTrue();
      assertThat(mask.isUnlabelled(mask.index(6, 6))).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void damagedFoldersGiveAResultOrATypedError(DatasetFormat format) throws IOException {
    GeneratedDataset source = new GeneratedDataset(citynames());
    int[] objects = new int[40 * 30];
    Arrays.fill(objects, 100, 700, 1);
    InstanceMap instances = InstanceMap.of(40, 30, objects);
    source.add("a/one.png", "train", GeneratedDataset.holes(), instances);
    source.add("b/one.png", "val", GeneratedDataset.ignored());
    Path target = export(format, source);

    Mutations.survivesInFolder(
        target,
        1000,
        () -> {
          try (Dataset damaged = open(format, target)) {
            for (DatasetItem item : damaged.items()) {
              damaged.load(item, new Findings());
            }
          }
        });
  }

  private static LabelScheme citynames() {
    return GeneratedDataset.scheme("road", "car", "sky", "person");
  }

  private Path export(DatasetFormat format, Dataset source) throws IOException {
    return exporter(format, source).export(folder.resolve("out")).target();
  }

  private static Exporter exporter(DatasetFormat format, Dataset source) {
    ExportPlan plan = ExportPlan.of(format, ExportClasses.of(source.scheme()));
    return new Exporter(source, plan, Progress.NONE);
  }

  private static Dataset open(DatasetFormat format, Path target) throws IOException {
    return format.open(target, FormatOptions.defaults(format), Progress.NONE);
  }
}
