package org.maskwright.data.format.labelme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.maskwright.data.format.ExportReport;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.InstanceMap;
import org.maskwright.data.format.geometry.Exports;
import org.maskwright.data.format.geometry.GeometryFinding;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;
import org.maskwright.testing.GeneratedDataset;
import org.maskwright.testing.Mutations;

class LabelmeFormatTest {

  @TempDir Path folder;

  private final LabelmeFormat format = new LabelmeFormat();

  @ParameterizedTest
  @CsvSource({
    "polygons, regions, background",
    "polygons, classes, unlabelled",
    "masks, regions, background",
    "masks, classes, unlabelled"
  })
  void everyPixelIsFoundAgain(String shapes, String objects, String rest) throws IOException {
    Map<String, String> options = Map.of("shapes", shapes, "objects", objects, "rest", rest);

    for (GeneratedDataset source :
        List.of(GeneratedDataset.tricky(), GeneratedDataset.manyClasses())) {
      Path target = folder.resolve("out" + source.items().size());
      ExportReport report = Exports.export(source, format, options, target);

      assertThat(report.different()).isZero();
    }
  }

  @Test
  void groupsAreObjects() throws IOException {
    GeneratedDataset source = GeneratedDataset.small();
    int[] ids = {4, 4, 2, 4, 4, 4};
    source.add("a.jpg", "", GeneratedDataset.decided(6, 1, 1), InstanceMap.of(6, 1, ids));

    Exports.export(source, format, Map.of(), folder.resolve("out"));

    try (Dataset copy = Exports.open(folder.resolve("out"), format, Map.of())) {
      assertThat(Exports.first(copy).instances()).isEqualTo(InstanceMap.of(6, 1, ids));
    }
  }

  @Test
  void laterShapesLieOnTop() throws IOException {
    write(
        "a.json",
        """
        {"version":"5.1.1","flags":{},"shapes":[
          {"label":"b","points":[[0,0],[2,0],[2,0]],"shape_type":"polygon"},
          {"label":"a","points":[[1,0],[5,9]],"shape_type":"rectangle","group_id":null}],
         "imagePath":"..\\\\a.jpg","imageData":null,"imageHeight":1,"imageWidth":4}
        """);

    try (Dataset dataset = Exports.open(folder, format, Map.of())) {
      assertThat(dataset.scheme()).isEqualTo(GeneratedDataset.scheme("background", "a", "b"));
      assertThat(Exports.first(dataset).mask().labels()).containsExactly(2, 1, 1, 1);
      assertThat(dataset.items().get(0).path()).isEqualTo("a.jpg");
    }
  }

  @Test
  void sizesThatContradictTheImageAreRefused() throws IOException {
    try (var out = Files.newOutputStream(folder.resolve("a.png"))) {
      MaskPng.write(out, 3, 2, new byte[6]);
    }
    write("a.json", "{\"shapes\":[],\"imagePath\":\"a.png\",\"imageHeight\":3,\"imageWidth\":2}");

    try (Dataset dataset = Exports.open(folder, format, Map.of())) {
      assertThatThrownBy(() -> Exports.first(dataset))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("2 x 3");
    }
  }

  @Test
  void whatCannotBeKeptIsCounted() throws IOException {
    write(
        "a.json",
        """
        {"shapes":[
          {"label":"a","points":[[0,0],[1,1]],"shape_type":"spline","flags":{"hard":true}},
          {"label":"a","points":[[0,0]],"shape_type":"polygon","score":0.5},
          {"label":"a","points":[[0,0],[1,1]],"shape_type":"mask","mask":"AAAA"}],
         "imagePath":"a.jpg","imageData":"AAAA","imageHeight":4,"imageWidth":4,"mine":[1]}
        """);
    write("other.json", "{}");
    write("broken.json", "{\"shapes\":[");

    Findings findings = Exports.readAll(folder, format);

    assertThat(findings.count(GeometryFinding.UNKNOWN_SHAPE)).isEqualTo(1);
    assertThat(findings.count(GeometryFinding.BAD_SHAPE)).isEqualTo(2);
    assertThat(findings.count(GeometryFinding.KEYS_DROPPED)).isEqualTo(4);
    assertThat(findings.count(GeometryFinding.EMBEDDED_ONLY)).isEqualTo(1);
    assertThat(findings.count(CommonFinding.UNREADABLE)).isEqualTo(1);
  }

  @Test
  void unknownEntriesOfEarlierFilesAreKept() throws IOException {
    write("a.json", "{\"flags\":{\"hard\":true},\"shapes\":[],\"mine\":{\"deep\":[1,\"x\"]}}");
    GeneratedDataset source = GeneratedDataset.small();
    source.add("a.jpg", "", GeneratedDataset.parts());

    Exports.export(source, format, Map.of("keep", folder.toString()), folder.resolve("out"));

    JsonNode written = new ObjectMapper().readTree(folder.resolve("out/a.json").toFile());
    assertThat(written.get("flags").toString()).isEqualTo("{\"hard\":true}");
    assertThat(written.get("mine").toString()).isEqualTo("{\"deep\":[1,\"x\"]}");
    assertThat(written.get("imageWidth").asInt()).isEqualTo(31);
  }

  @ParameterizedTest
  @CsvSource({"polygons", "masks"})
  void damagedFilesAreRefusedOrRead(String shapes) throws IOException {
    GeneratedDataset source = GeneratedDataset.small();
    source.add("a.jpg", "", GeneratedDataset.holes());
    Exports.export(source, format, Map.of("shapes", shapes), folder.resolve("out"));
    Path damaged = Files.createDirectory(folder.resolve("damaged"));
    Mutations.survives(
        Files.readAllBytes(folder.resolve("out/a.json")),
        1000,
        bytes -> {
          Files.write(damaged.resolve("a.json"), bytes);
          Exports.readAll(damaged, format);
        });

    assertThat(damaged.toFile().list()).containsExactly("a.json");
  }

  private void write(String name, String json) throws IOException {
    Files.writeString(folder.resolve(name), json);
  }
}
