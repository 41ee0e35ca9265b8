package org.maskwright.data.format.coco;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maskwright.data.format.geometry.Polygon;
import org.maskwright.data.format.geometry.Shapes;
import org.maskwright.data.format.geometry.Stencil;
import org.maskwright.data.format.geometry.UpsampledFill;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;

/**
 * Run lengths and polygon fills against the reference mask API of COCO. It was compiled from its
 * public source, outside this repository, and given masks and polygons that a seeded generator of
 * ours drew: blobs, noise, chessboards, polygons across the border, crossing themselves, with
 * doubled points, and unions of several. The file holds what it answered: run lengths, their text,
 * areas and boxes.
 */
class ReferenceMasksTest {

  private static JsonNode reference = new ObjectMapper().createObjectNode();

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ReferenceMasksTest.class.getResourceAsStream("reference.json"))) {
      reference = new ObjectMapper().readTree(in);
    }
  }

  @Test
  void runsAreTheReferences() {
    for (JsonNode mask : reference.get("masks")) {
      CocoRle rle = encoded(mask);

      assertThat(rle.counts()).isEqualTo(counts(mask));
      assertThat(rle.area()).isEqualTo(mask.get("area").asLong());
    }
  }

  @Test
  void textIsTheReferences() {
    for (JsonNode mask : reference.get("masks")) {
      assertThat(RleText.write(encoded(mask))).isEqualTo(mask.get("text").asText());
    }
  }

  @Test
  void boxesAreTheReferences() throws DataException {
    for (JsonNode mask : reference.get("masks")) {
      Region box = decoded(mask).bounds();

      List<Integer> numbers = List.of(box.x(), box.y(), box.width(), box.height());
      assertThat(numbers).isEqualTo(integers(mask.get("bbox")));
    }
  }

  @Test
  void textIsReadBackToTheDrawing() throws DataException {
    for (JsonNode mask : reference.get("masks")) {
      List<String> rows = rows(mask);

      assertThat(Shapes.rows(decoded(mask), rows.get(0).length(), rows.size())).isEqualTo(rows);
    }
  }

  @Test
  void polygonsAreFilledAsTheReferenceFillsThem() throws DataException {
    for (JsonNode entry : reference.get("polygons")) {
      int width = entry.get("width").asInt();
      int height = entry.get("height").asInt();
      List<Stencil> parts = new ArrayList<>();
      for (JsonNode xy : entry.get("polygons")) {
        double[] numbers = numbers(xy);
        parts.add(UpsampledFill.fill(new Polygon(numbers), width, height));
      }
      CocoRle rle = CocoRle.encode(Stencil.union(parts), width, height);

      assertThat(rle.counts()).as(entry.toString()).isEqualTo(counts(entry));
    }
  }

  private static CocoRle encoded(JsonNode mask) {
    List<String> rows = rows(mask);
    Stencil stencil = Shapes.drawn(rows.toArray(String[]::new));
    return CocoRle.encode(stencil, rows.get(0).length(), rows.size());
  }

  private static Stencil decoded(JsonNode mask) throws DataException {
    List<String> rows = rows(mask);
    return RleText.read(mask.get("text").asText(), rows.get(0).length(), rows.size()).decode();
  }

  private static List<String> rows(JsonNode mask) {
    return StreamSupport.stream(mask.get("rows").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static int[] counts(JsonNode node) {
    return integers(node.get("counts")).stream().mapToInt(i -> i).toArray();
  }

  private static List<Integer> integers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asInt).toList();
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
