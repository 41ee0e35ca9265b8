package org.maskwright.data.format.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.ExportReport;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.geometry.Exports;
import org.maskwright.data.format.geometry.GeometryFinding;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;
import org.maskwright.testing.GeneratedDataset;
import org.maskwright.testing.Mutations;

class YoloFormatTest {

  @TempDir Path folder;

  private final YoloFormat format = new YoloFormat();

  @ParameterizedTest
  @ValueSource(strings = {"regions", "classes"})
  void everyPixelThatHasAnObjectIsFoundAgain(String objects) throws IOException {
    for (GeneratedDataset source :
        List.of(GeneratedDataset.tricky(), GeneratedDataset.manyClasses())) {
      Path target = folder.resolve("out" + source.items().size());
      ExportReport report = Exports.export(source, format, Map.of("objects", objects), target);

      assertThat(report.different()).isZero();
    }
  }

  @Test
  void pathsAreFoundAgain() throws IOException {
    GeneratedDataset source = GeneratedDataset.tricky();
    Exports.export(source, format, Map.of(), folder.resolve("out"));

    try (Dataset copy = Exports.open(folder.resolve("out"), format, Map.of())) {
      assertThat(copy.scheme()).isEqualTo(source.scheme());
      assertThat(copy.items())
          .extracting(DatasetItem::path)
          .containsExactlyInAnyOrderElementsOf(
              source.items().stream().map(DatasetItem::path).toList());
    }
  }

  @Test
  void holesAndVoidAreCounted() throws IOException {
    GeneratedDataset source = GeneratedDataset.small();
    source.add("a.jpg", "", GeneratedDataset.holes());
    source.add("b.jpg", "", GeneratedDataset.ignored());

    Findings findings =
        Exports.export(source, format, Map.of(), folder.resolve("out")).preflight().findings();

    assertThat(findings.count(GeometryFinding.HOLES_SPLIT)).isEqualTo(2);
    assertThat(findings.count(CommonFinding.VOID_LOST)).isEqualTo(24 * 5 + 80 - 48 + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "names: [cat, 'it''s', \"a, b\"]",
        "names:\n- cat  # comment\n- 'it''s'\n- \"a, b\"",
        "names:\n  0: cat\n  1: it's\n  2: \"a, b\"",
        "names: {0: cat,\n  1: 'it''s', 2: 'a, b'}"
      })
  void namesAreReadHoweverTheyAreWritten(String names) throws IOException {
    image("train/images/x.png", 4, 2);
    write("train/labels/x.txt", "1 0.25 0 0.75 0 0.75 1 0.25 1\n");
    write("data.yaml", "train: ../train/images\nval: ../valid/images\nnc: 3\n" + names + "\n");

    try (Dataset dataset = Exports.open(folder, format, Map.of())) {
      assertThat(dataset.scheme())
          .isEqualTo(GeneratedDataset.scheme("background", "cat", "it's", "a, b"));
      assertThat(Exports.first(dataset).mask().labels()).containsExactly(0, 2, 2, 0, 0, 2, 2, 0);
    }
  }

  @Test
  void whatCannotBeReadIsCounted() throws IOException {
    image("images/train/x.png", 4, 2);
    image("images/train/empty.png", 4, 2);
    write("labels/train/x.txt", "0 0.5 0.5 1 1\n7 0 0 1 0 1 1\n0 0 0 1 0 1\n0 a b\n");
    write("data.yaml", "train: images/train\ntest: ../../elsewhere/../x\nnames: [a]\n");

    Findings findings = Exports.readAll(folder, format);

    assertThat(findings.count(GeometryFinding.NO_SHAPE)).isEqualTo(1);
    assertThat(findings.count(GeometryFinding.UNKNOWN_CLASS)).isEqualTo(1);
    assertThat(findings.count(GeometryFinding.BAD_SHAPE)).isEqualTo(2);
    assertThat(findings.count(GeometryFinding.UNSAFE_NAME)).isEqualTo(1);
    assertThat(findings.count(CommonFinding.IMAGE_WITHOUT_MASK)).isEqualTo(1);
  }

  @Test
  void outlinesWithoutTheirImageCannotBeRead() throws IOException {
    write("labels/train/x.txt", "0 0 0 1 0 1 1\n");
    write("data.yaml", "train: images/train\nnames: [a]\n");

    try (Dataset dataset = Exports.open(folder, format, Map.of())) {
      assertThatThrownBy(() -> Exports.first(dataset)).isInstanceOf(DataException.class);
    }
  }

  @Test
  void damagedOutlinesAreRefusedOrRead() throws IOException {
    survives("labels/train/a.txt");
  }

  @Test
  void damagedSettingsAreRefusedOrRead() throws IOException {
    survives("data.yaml");
  }

  @Test
  void damagedSizesAreRefusedOrRead() throws IOException {
    survives("image-sizes.txt");
  }

  private void survives(String name) throws IOException {
    GeneratedDataset source = GeneratedDataset.small();
    source.add("a.jpg", "", GeneratedDataset.holes());
    Path out = folder.resolve("out");
    Exports.export(source, format, Map.of(), out);
    Path file = out.resolve(name);
    long before = count();
    Mutations.survives(
        Files.readAllBytes(file),
        1000,
        bytes -> {
          Files.write(file, bytes);
          Exports.readAll(out, format);
        });

    assertThat(count()).isEqualTo(before);
  }

  private long count() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.count();
    }
  }

  private void image(String name, int width, int height) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (var out = Files.newOutputStream(file)) {
      MaskPng.write(out, width, height, new byte[width * height]);
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
