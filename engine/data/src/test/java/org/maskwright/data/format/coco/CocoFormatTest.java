package org.maskwright.data.format.coco;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.ExportReport;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.InstanceMap;
import org.maskwright.data.format.geometry.Exports;
import org.maskwright.data.format.geometry.GeometryFinding;
import org.maskwright.testing.GeneratedDataset;

class CocoFormatTest {

  @TempDir Path folder;

  private final CocoFormat format = new CocoFormat();

  @ParameterizedTest
  @CsvSource({
    "polygons, regions",
    "polygons, classes",
    "polygons-or-rle, regions",
    "rle, regions",
    "rle, classes",
    "rle-uncompressed, classes"
  })
  void everyPixelIsFoundAgain(String shapes, String objects) throws IOException {
    Map<String, String> options = Map.of("shapes", shapes, "objects", objects);

    for (GeneratedDataset source :
        List.of(GeneratedDataset.tricky(), GeneratedDataset.manyClasses())) {
      Path target = folder.resolve("out" + source.items().size());
      ExportReport report = Exports.export(source, format, options, target);

      assertThat(report.different()).isZero();
    }
  }

  @Test
  void pathsAndSplitsAreFoundAgain() throws IOException {
    GeneratedDataset source = GeneratedDataset.tricky();
    Exports.export(source, format, Map.of(), folder.resolve("out"));

    try (Dataset copy = Exports.open(folder.resolve("out"), format, Map.of())) {
      assertThat(copy.items()).containsExactlyInAnyOrderElementsOf(source.items());
      assertThat(copy.findings().count(CommonFinding.MASK_WITHOUT_IMAGE)).isEqualTo(5);
    }
  }

  @Test
  void voidBecomesBackgroundAndIsCounted() throws IOException {
    GeneratedDataset source = GeneratedDataset.small();
    source.add("a.jpg", "", GeneratedDataset.ignored());

    ExportReport report = Exports.export(source, format, Map.of(), folder.resolve("out"));

    assertThat(report.preflight().findings().count(CommonFinding.VOID_LOST))
        .isEqualTo(24 * 5 + 80 - 48 + 1);
  }

  @Test
  void objectsThatTouchKeepTheirNumbers() throws IOException {
    int[] ids = {0, 0, 7, 7, 3, 3};
    GeneratedDataset source = GeneratedDataset.small();
    source.add("a.jpg", "", GeneratedDataset.decided(6, 1, 1), InstanceMap.of(6, 1, ids));

    Exports.export(source, format, Map.of(), folder.resolve("out"));

    try (Dataset copy = Exports.open(folder.resolve("out"), format, Map.of())) {
      assertThat(Exports.first(copy).instances())
          .isEqualTo(InstanceMap.of(6, 1, new int[] {8, 8, 7, 7, 3, 3}));
    }
  }

  @Test
  void oneObjectForAClassLosesNumbersAndSaysSo() throws IOException {
    GeneratedDataset source = GeneratedDataset.small();
    InstanceMap two = InstanceMap.of(2, 1, new int[] {1, 2});
    source.add("a.jpg", "", GeneratedDataset.decided(2, 1, 1), two);

    ExportReport report =
        Exports.export(source, format, Map.of("objects", "classes"), folder.resolve("out"));

    assertThat(report.preflight().findings().count(CommonFinding.INSTANCES_LOST)).isEqualTo(2);
  }

  @Test
  void categoriesWithGapsGetIndicesWithout() throws IOException {
    write(
        """
        {"images":[{"id":9,"file_name":"a.jpg","width":4,"height":2}],
         "categories":[{"id":90,"name":"zebra"},{"id":7,"name":"ant"}],
         "annotations":[{"id":1,"image_id":9,"category_id":90,
           "segmentation":[[1,0,3,0,3,2,1,2]]}]}
        """);

    try (Dataset dataset = Exports.open(folder, format, Map.of())) {
      assertThat(dataset.scheme()).isEqualTo(GeneratedDataset.scheme("background", "ant", "zebra"));
      assertThat(Exports.first(dataset).mask().labels()).containsExactly(0, 2, 2, 0, 0, 2, 2, 0);
    }
  }

  @Test
  void laterObjectsLieOnTopAndOverlapsAreCounted() throws IOException {
    write(
        """
        {"annotations":[
           {"id":1,"image_id":1,"category_id":1,"segmentation":[[0,0,3,0,3,1,0,1]]},
           {"id":2,"image_id":1,"category_id":2,"segmentation":[[1,0,2,0,2,1,1,1],[1,0,4,0,4,1,1,1]]}],
         "images":[{"id":1,"file_name":"a.jpg","width":4,"height":1}],
         "categories":[{"id":1,"name":"one"},{"id":2,"name":"two"}]}
        """);

    try (Dataset dataset = Exports.open(folder, format, Map.of())) {
      Findings findings = new Findings();
      DatasetItem item = dataset.items().get(0);

      assertThat(dataset.load(item, findings).mask().labels()).containsExactly(1, 2, 2, 2);
      assertThat(findings.count(CommonFinding.OVERLAPS)).isEqualTo(2);
    }
  }

  @Test
  void whatCannotBeKeptIsCounted() throws IOException {
    write(
        """
        {"info":{},"licenses":[],
         "images":[{"id":1,"file_name":"a.jpg","width":2,"height":2,"license":3},
                   {"id":2,"file_name":"../b.jpg","width":2,"height":2}],
         "categories":[{"id":1,"name":"one"}],
         "annotations":[
           {"id":1,"image_id":1,"category_id":5,"segmentation":[[0,0,1,0,1,1]]},
           {"id":2,"image_id":3,"category_id":1,"segmentation":[[0,0,1,0,1,1]]},
           {"id":3,"image_id":1,"category_id":1,"bbox":[0,0,1,1]},
           {"id":4,"image_id":1,"category_id":1,"segmentation":[[0,0,1,0]]},
           {"id":5,"image_id":1,"category_id":1,"segmentation":{"size":[3,2],"counts":[6]}},
           {"id":6,"image_id":1,"category_id":1,"iscrowd":1,
            "segmentation":{"size":[2,2],"counts":[1,3]}}]}
        """);

    Findings findings = Exports.readAll(folder, format);

    assertThat(findings.count(GeometryFinding.KEYS_DROPPED)).isEqualTo(3);
    assertThat(findings.count(GeometryFinding.UNSAFE_NAME)).isEqualTo(1);
    assertThat(findings.count(GeometryFinding.UNKNOWN_CLASS)).isEqualTo(1);
    assertThat(findings.count(GeometryFinding.UNKNOWN_IMAGE)).isEqualTo(1);
    assertThat(findings.count(GeometryFinding.NO_SHAPE)).isEqualTo(1);
    assertThat(findings.count(GeometryFinding.BAD_SHAPE)).isEqualTo(2);
    assertThat(findings.count(GeometryFinding.CROWDS)).isEqualTo(1);
  }

  @Test
  void crowdsCanBeVoid() throws IOException {
    write(
        """
        {"images":[{"id":1,"file_name":"a.jpg","width":2,"height":1}],
         "categories":[{"id":1,"name":"one"}],
         "annotations":[{"id":6,"image_id":1,"category_id":1,"iscrowd":1,
            "segmentation":{"size":[1,2],"counts":"11"}}]}
        """);

    try (Dataset dataset = Exports.open(folder, format, Map.of("crowds", "void"))) {
      assertThat(Exports.first(dataset).mask().isVoid(1)).isTrue();
      assertThat(Exports.first(dataset).mask().labels()).containsExactly(0, -1);
    }
  }

  @Test
  void restCanStayUnlabelled() throws IOException {
    GeneratedDataset source = GeneratedDataset.small();
    source.add("a.jpg", "", GeneratedDataset.parts());
    Map<String, String> options = Map.of("rest", "unlabelled");

    ExportReport report = Exports.export(source, format, options, folder.resolve("out"));

    assertThat(report.different()).isZero();
    assertThat(report.preflight().findings().count(GeometryFinding.BACKGROUND_LOST)).isPositive();
    try (Dataset copy = Exports.open(folder.resolve("out"), format, options)) {
      assertThat(Exports.first(copy).mask().isUnlabelled(20)).isTrue();
    }
  }

  private void write(String json) throws IOException {
    Files.writeString(folder.resolve("instances_default.json"), json);
  }
}
