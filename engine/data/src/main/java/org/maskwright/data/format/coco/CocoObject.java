package org.maskwright.data.format.coco;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.geometry.Polygon;
import org.maskwright.data.format.geometry.Stencil;
import org.maskwright.data.format.geometry.UpsampledFill;
import org.maskwright.data.format.json.JsonStream;
import org.maskwright.data.problem.DataException;

/** One annotation of a COCO file. */
final class CocoObject {

  private static final int MAX_NUMBERS = 1 << 24;
  private static final int MAX_TEXT = 1 << 28;
  private static final int MAX_PARTS = 1 << 20;

  private final int width;
  private final int height;
  private final List<double[]> polygons = new ArrayList<>();
  private int @Nullable [] counts;
  private @Nullable String text;
  private double[] size = new double[0];
  private @Nullable DataException damage;
  long id;
  long category = -1;
  long number;
  boolean crowd;

  private CocoObject(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** Reads the object that begins at this place, of an image of this size. */
  static CocoObject read(Path file, long offset, int width, int height) throws IOException {
    CocoObject object = new CocoObject(width, height);
    try (JsonStream json = JsonStream.at(file, offset)) {
      json.begin().object(key -> object.field(json, key));
    }
    return object;
  }

  private void field(JsonStream json, String key) throws IOException {
    switch (key) {
      case "id" -> id = json.isNull() ? 0 : json.integer();
      case "category_id" -> category = json.integer();
      case CocoWriter.NUMBER -> number = json.isNull() ? 0 : json.integer();
      case "iscrowd" -> crowd = isTrue(json);
      case "segmentation" -> segmentation(json);
      default -> json.skip();
    }
  }

  /** Zero or one by the format; some programs write true and false. */
  private static boolean isTrue(JsonStream json) throws IOException {
    return json.isFlag() ? json.flag() : !json.isNull() && json.integer() != 0;
  }

  private void segmentation(JsonStream json) throws IOException {
    if (json.isList()) {
      json.list(() -> polygon(json));
    } else if (json.isObject()) {
      json.object(key -> runs(json, key));
    } else {
      json.skip();
    }
  }

  private void polygon(JsonStream json) throws IOException {
    if (!json.isList()) {
      damage = damage == null ? json.bad("a polygon is no list") : damage;
      json.skip();
      return;
    }
    if (polygons.size() == MAX_PARTS) {
      throw json.bad("an object has more than " + MAX_PARTS + " polygons");
    }
    polygons.add(json.numbers(MAX_NUMBERS));
  }

  private void runs(JsonStream json, String key) throws IOException {
    switch (key) {
      case "counts" -> {
        if (json.isText()) {
          text = json.text(MAX_TEXT);
        } else {
          counts = whole(json.numbers((int) Math.min(MAX_NUMBERS, (long) width * height + 2)));
        }
      }
      case "size" -> size = json.numbers(16);
      default -> json.skip();
    }
  }

  private static int[] whole(double[] numbers) {
    int[] counts = new int[numbers.length];
    for (int i = 0; i < counts.length; i++) {
      // What is no whole number is no count either: -1 will be refused.
      counts[i] = numbers[i] == (int) numbers[i] ? (int) numbers[i] : -1;
    }
    return counts;
  }

  boolean hasShape() {
    return !polygons.isEmpty() || counts != null || text != null || damage != null;
  }

  /** The object's pixels; a list of polygons is their union. */
  Stencil shape() throws DataException {
    if (damage != null) {
      throw damage;
    }
    if (text != null || counts != null) {
      if (size.length != 2 || size[0] != height || size[1] != width) {
        throw DataException.of(CocoProblem.RLE_SIZE, Arrays.toString(size), width, height);
      }
      int[] runs = counts;
      return (runs != null
              ? CocoRle.checked(width, height, runs)
              : RleText.read(String.valueOf(text), width, height))
          .decode();
    }
    List<Stencil> parts = new ArrayList<>();
    for (double[] xy : polygons) {
      parts.add(UpsampledFill.fill(Polygon.checked(xy), width, height));
    }
    return Stencil.union(parts);
  }
}
