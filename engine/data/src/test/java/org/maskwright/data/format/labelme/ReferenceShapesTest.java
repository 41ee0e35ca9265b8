package org.maskwright.data.format.labelme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskwright.data.format.geometry.Outlines;
import org.maskwright.data.format.geometry.Polygon;
import org.maskwright.data.format.geometry.Ring;
import org.maskwright.data.format.geometry.Shapes;
import org.maskwright.data.format.geometry.Stencil;
import org.maskwright.data.problem.DataException;
import org.maskwright.testing.Counted;

/**
 * Shapes as labelme paints them. The file was made with Debian 12's labelme 5.1.1: a seeded
 * generator of ours drew polygons, rectangles, circles, lines and points, and its function
 * shape_to_mask painted them; the file holds the answers as run lengths, row by row.
 */
class ReferenceShapesTest {

  @Test
  void shapesArePaintedAsLabelmePaintsThem() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ReferenceShapesTest.class.getResourceAsStream("reference.json"))) {
      for (JsonNode entry : new ObjectMapper().readTree(in).get("shapes")) {
        int width = entry.get("width").asInt();
        int height = entry.get("height").asInt();
        Stencil painted = paint(entry, new ShapeFill(width, height));

        assertThat(Shapes.rows(painted, width, height))
            .as(entry.toString())
            .isEqualTo(expected(entry.get("counts"), width, height));
      }
    }
  }

  @Test
  void ringsThroughPixelsArePaintedExactly() throws DataException {
    Random random = new Random(3);
    ShapeFill fill = new ShapeFill(50, 50);
    for (int i = 0; i < Counted.times(3000); i++) {
      Stencil stencil = Shapes.random(random);
      List<Stencil> parts = new ArrayList<>();
      for (Ring ring : Outlines.withoutHoles(stencil)) {
        parts.add(fill.polygon(ring.throughPixels()));
      }

      assertThat(Shapes.rows(Stencil.union(parts), 50, 50)).isEqualTo(Shapes.rows(stencil, 50, 50));
    }
  }

  private static Stencil paint(JsonNode entry, ShapeFill fill) throws DataException {
    Polygon points = points(entry.get("points"));
    return switch (entry.get("type").asText()) {
      case "rectangle" -> fill.rectangle(points);
      case "circle" -> fill.circle(points);
      case "point" -> fill.point(points);
      case "line", "linestrip" -> Stencil.union(List.of(fill.line(points)));
      default -> fill.polygon(points);
    };
  }

  private static Polygon points(JsonNode points) {
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < xy.length; i++) {
      xy[i] = points.get(i / 2).get(i % 2).asDouble();
    }
    return new Polygon(xy);
  }

  private static List<String> expected(JsonNode counts, int width, int height) {
    StringBuilder pixels = new StringBuilder();
    for (int i = 0; i < counts.size(); i++) {
      pixels.append((i % 2 == 0 ? "." : "#").repeat(counts.get(i).asInt()));
    }
    List<String> rows = new ArrayList<>();
    for (int y = 0; y < height; y++) {
      rows.add(pixels.substring(y * width, (y + 1) * width));
    }
    return rows;
  }
}
