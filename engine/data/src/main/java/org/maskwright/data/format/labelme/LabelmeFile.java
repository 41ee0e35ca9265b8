package org.maskwright.data.format.labelme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.format.json.JsonStream;

/** One labelme file as it was read. */
final class LabelmeFile {

  private static final int MAX_PATH = 4096;
  private static final int MAX_SHAPES = 1_000_000;
  private static final int MAX_KEPT = 16 << 20;

  boolean hasShapes;
  String imagePath = "";
  long width;
  long height;
  boolean embedded;
  final List<LabelmeShape> shapes = new ArrayList<>();
  final Map<String, String> otherKeys = new LinkedHashMap<>();

  private LabelmeFile() {}

  /** Reads a file; the points of shapes only if asked for. */
  static LabelmeFile read(Path path, boolean withPoints) throws IOException {
    LabelmeFile file = new LabelmeFile();
    try (JsonStream json = JsonStream.open(path)) {
      json.begin();
      if (json.isObject()) {
        json.object(key -> file.field(json, key, withPoints));
      }
    }
    return file;
  }

  private void field(JsonStream json, String key, boolean withPoints) throws IOException {
    switch (key) {
      case "version" -> json.skip();
      case "shapes" -> {
        hasShapes = json.isList();
        if (hasShapes) {
          json.list(() -> shape(json, withPoints));
        } else {
          json.skip();
        }
      }
      case "imagePath" -> imagePath = json.isNull() ? "" : json.text(MAX_PATH);
      case "imageWidth" -> width = json.isNull() ? 0 : json.integer();
      case "imageHeight" -> height = json.isNull() ? 0 : json.integer();
      case "imageData" -> {
        embedded = json.isText();
        json.skip();
      }
      default -> {
        String value = json.raw(MAX_KEPT);
        if (!LabelmeShape.isNothing(value)) {
          otherKeys.put(key, value);
        }
      }
    }
  }

  private void shape(JsonStream json, boolean withPoints) throws IOException {
    if (shapes.size() == MAX_SHAPES) {
      throw json.bad("it has more than " + MAX_SHAPES + " shapes");
    }
    shapes.add(LabelmeShape.read(json, withPoints));
  }
}
