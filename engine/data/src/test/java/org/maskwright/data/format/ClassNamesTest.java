package org.maskwright.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.data.format.cityscapes.CityscapesFormat;
import org.maskwright.data.format.coco.CocoFormat;
import org.maskwright.data.format.folder.ColourFolderFormat;
import org.maskwright.data.format.folder.IndexFolderFormat;
import org.maskwright.data.format.labelme.LabelmeFormat;
import org.maskwright.data.format.voc.CvatMaskFormat;
import org.maskwright.data.format.voc.VocFormat;
import org.maskwright.data.format.yolo.YoloFormat;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.testing.GeneratedDataset;

/** Names of classes that a list in text could mistake for something else. */
class ClassNamesTest {

  private static final List<String> ODD =
      List.of(
          "#1",
          "a: b",
          ": c",
          ", d",
          "7 e",
          "void",
          "Ignored",
          "background",
          "__ignore__",
          "[f]",
          "\"g\"",
          "it's",
          "h #i",
          "- j",
          "null",
          "k\\l",
          "{m: n}",
          "1,2,3",
          "o::");

  @TempDir Path folder;

  static Stream<DatasetFormat> formats() {
    return Stream.of(
        new VocFormat(),
        new CvatMaskFormat(),
        new IndexFolderFormat(),
        new ColourFolderFormat(),
        new CocoFormat(),
        new LabelmeFormat(),
        new YoloFormat());
  }

  private static final Map<String, Set<String>> REFUSED =
      Map.of(
          "voc", Set.of("#1", "background"),
          "cvat", Set.of("#1", "a: b", ": c", "void", "Ignored", "background", "{m: n}", "o::"),
          "masks", Set.of(": c", ", d", "background"),
          "colours", Set.of(", d", "void", "Ignored", "background"),
          "coco", Set.of("background"),
          "labelme", Set.of("background", "__ignore__"),
          "yolo", Set.of("background"));

  @ParameterizedTest
  @MethodSource("formats")
  void anOddNameComesBackOrIsRefusedBeforeAnythingIsWritten(DatasetFormat format)
      throws IOException {
    List<String> refused = new ArrayList<>();
    for (String name : ODD) {
      GeneratedDataset source =
          new GeneratedDataset(GeneratedDataset.scheme("ground", "cat", "dog", name));
      source.add("a.png", "", GeneratedDataset.parts());
      Path target = folder.resolve("out" + ODD.indexOf(name));
      try {
        exporter(format, source).preflight();
      } catch (DataException e) {
        assertThat(e.problem().code()).as(name).isEqualTo(FormatProblem.CLASS_NAME);
        refused.add(name);
        continue;
      }
      assertThat(exporter(format, source).export(target).different()).as(name).isZero();
      try (Dataset copy = format.open(target, FormatOptions.defaults(format), Progress.NONE)) {
        assertThat(copy.scheme().byName(name)).as(name).isPresent();
      }
    }
    assertThat(refused)
        .containsExactlyInAnyOrderElementsOf(REFUSED.getOrDefault(format.id(), Set.of()));
  }

  @Test
  void cityscapesFindsItsClassesWhateverTheSpelling() throws IOException {
    GeneratedDataset source =
        new GeneratedDataset(GeneratedDataset.scheme("Road", "Traffic_Light", "sky", "PERSON"));
    source.add("a.png", "", GeneratedDataset.parts());

    assertThat(exporter(new CityscapesFormat(), source).export(folder.resolve("out")).different())
        .isZero();
  }

  @Test
  void twoNamesOfOneClassOfCityscapesAreRefused() {
    GeneratedDataset source =
        new GeneratedDataset(GeneratedDataset.scheme("road", "traffic_light", "traffic light"));

    assertThatThrownBy(() -> exporter(new CityscapesFormat(), source).preflight())
        .isInstanceOfSatisfying(
            DataException.class,
            e -> assertThat(e.problem().code()).isEqualTo(FormatProblem.CLASS_TWICE));
  }

  private static Exporter exporter(DatasetFormat format, Dataset source) {
    ExportPlan plan = ExportPlan.of(format, ExportClasses.of(source.scheme()));
    return new Exporter(source, plan, Progress.NONE);
  }
}
