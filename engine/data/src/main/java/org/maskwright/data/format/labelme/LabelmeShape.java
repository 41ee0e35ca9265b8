package org.maskwright.data.format.labelme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.geometry.GeometryProblem;
import org.maskwright.data.format.geometry.Polygon;
import org.maskwright.data.format.geometry.Stencil;
import org.maskwright.data.format.json.JsonStream;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;

/** One shape of a labelme file. */
final class LabelmeShape {

  private static final int MAX_NAME = 1000;
  private static final int MAX_NUMBERS = 1 << 24;
  private static final int MAX_MASK = 1 << 28;

  String label = "";
  String type = "polygon";
  @Nullable Long group;
  final List<String> dropped = new ArrayList<>();
  private double[] points = new double[0];
  private @Nullable String mask;

  /** Reads the current value; points only if asked for. */
  static LabelmeShape read(JsonStream json, boolean withPoints) throws IOException {
    LabelmeShape shape = new LabelmeShape();
    json.object(key -> shape.field(json, key, withPoints));
    return shape;
  }

  private void field(JsonStream json, String key, boolean withPoints) throws IOException {
    switch (key) {
      case "label" -> label = json.text(MAX_NAME);
      case "shape_type" -> type = json.isNull() ? "polygon" : json.text(MAX_NAME);
      case "group_id" -> group = json.isNull() ? null : (Long) json.integer();
      case "points" -> {
        if (withPoints) {
          points = json.numbers(MAX_NUMBERS);
        } else {
          json.skip();
        }
      }
      case "mask" -> mask = withPoints && json.isText() ? json.text(MAX_MASK) : skipped(json);
      default -> {
        if (!isNothing(json.raw(MAX_MASK))) {
          dropped.add(key);
        }
      }
    }
  }

  /** True of the values that say no more than a missing one. */
  static boolean isNothing(String json) {
    return json.equals("null") || json.equals("\"\"") || json.equals("{}");
  }

  private static @Nullable String skipped(JsonStream json) throws IOException {
    json.skip();
    return null;
  }

  /** True of the kinds of shapes that labelme paints when it makes masks. */
  boolean isKnown() {
    return switch (type) {
      case "polygon",
          "oriented_rectangle",
          "rectangle",
          "circle",
          "point",
          "line",
          "linestrip",
          "mask" ->
          true;
      default -> false;
    };
  }

  /** The pixels of the shape in an image of this size. */
  Stencil paint(int width, int height) throws IOException {
    ShapeFill fill = new ShapeFill(width, height);
    return switch (type) {
      case "rectangle" -> fill.rectangle(points(2, 2));
      case "circle" -> fill.circle(points(2, 2));
      case "point" -> fill.point(points(1, 1));
      case "line" -> Stencil.union(List.of(fill.line(points(2, 2))));
      case "linestrip" -> Stencil.union(List.of(fill.line(points(2, Integer.MAX_VALUE))));
      case "mask" -> crop(points(2, 2), new Region(0, 0, width, height));
      default -> fill.polygon(points(3, Integer.MAX_VALUE));
    };
  }

  private Polygon points(int atLeast, int atMost) throws DataException {
    if (points.length % 2 != 0) {
      throw DataException.of(GeometryProblem.ODD_COORDINATES, points.length);
    }
    if (points.length / 2 < atLeast || points.length / 2 > atMost) {
      throw DataException.of(GeometryProblem.TOO_FEW_POINTS, points.length / 2, atLeast);
    }
    Polygon.checkCoordinates(points);
    return new Polygon(points);
  }

  /** A picture of the shape, put where its corner is; pixels beyond the image are cut off. */
  private Stencil crop(Polygon corners, Region image) throws IOException {
    IndexedImage crop = picture();
    int left = (int) Math.rint(corners.x(0));
    int top = (int) Math.rint(corners.y(0));
    boolean whole = left == corners.x(0) && top == corners.y(0);
    whole &= corners.x(1) == Math.rint(corners.x(1)) && corners.y(1) == Math.rint(corners.y(1));
    // Corners with fractions are rounded apart by a pixel at times; the picture knows better.
    if (whole
        && (left + crop.width() - 1 != corners.x(1) || top + crop.height() - 1 != corners.y(1))) {
      throw DataException.of(LabelmeProblem.MASK_SIZE, crop.width(), crop.height());
    }
    Region box = new Region(left, top, crop.width(), crop.height()).intersect(image);
    Stencil stencil = new Stencil(box);
    for (int y = box.y(); y < box.bottom(); y++) {
      for (int x = box.x(); x < box.right(); x++) {
        if (crop.index(x - left, y - top) != 0) {
          stencil.add(x, y);
        }
      }
    }
    return stencil;
  }

  private IndexedImage picture() throws IOException {
    if (mask == null) {
      throw DataException.of(LabelmeProblem.MASK_MISSING);
    }
    byte[] png;
    try {
      png = Base64.getMimeDecoder().decode(mask);
    } catch (IllegalArgumentException e) {
      throw new DataException(DataException.of(LabelmeProblem.MASK_MISSING).problem(), e);
    }
    return MaskPng.read(png, "mask");
  }
}
