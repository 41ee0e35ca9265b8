package org.maskwright.data.format.coco;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.geometry.GeometryFinding;
import org.maskwright.data.format.json.JsonStream;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/**
 * One file of COCO: its images and classes, and where in the file each object stands. Objects are
 * read when their image is: a file can be far larger than the memory.
 */
final class CocoFile {

  private static final int MAX_IMAGES = 10_000_000;
  private static final int MAX_OBJECTS = 50_000_000;
  private static final int MAX_CATEGORIES = 100_000;
  private static final int MAX_NAME = 4096;
  private static final Set<String> IMAGE_KEYS = Set.of("id", "file_name", "width", "height");

  final Path path;
  final String split;
  final List<CocoImage> images = new ArrayList<>();
  final Map<Long, String> categories = new TreeMap<>();
  private final Findings findings;
  private final Map<Long, Integer> imagesById = new HashMap<>();
  private long[] offsets = new long[64];
  private long[] imageIds = new long[64];
  private int objects;
  private boolean listsObjects;
  private int[] starts = new int[0];

  /** An image as the file describes it; sizes may be 0 if it does not say. */
  record CocoImage(long id, String fileName, long width, long height) {}

  private CocoFile(Path path, String split, Findings findings) {
    this.path = path;
    this.split = split;
    this.findings = findings;
  }

  static CocoFile read(Path path, String split, Findings findings, Progress progress)
      throws IOException {
    CocoFile file = new CocoFile(path, split, findings);
    try (JsonStream json = JsonStream.open(path)) {
      json.begin().object(key -> file.section(json, key, progress));
    }
    if (!file.listsObjects || file.images.isEmpty()) {
      throw DataException.of(
          FormatProblem.NOT_THIS_FORMAT, path, "COCO", "it lists no images or no annotations");
    }
    file.sort();
    return file;
  }

  private void section(JsonStream json, String key, Progress progress) throws IOException {
    switch (key) {
      case "images" -> json.list(() -> image(json, progress));
      case "categories" -> json.list(() -> category(json));
      case "annotations" -> {
        listsObjects = true;
        json.list(() -> object(json, progress));
      }
      default -> {
        findings.add(GeometryFinding.KEYS_DROPPED, path.getFileName() + ": " + key);
        json.skip();
      }
    }
  }

  private void image(JsonStream json, Progress progress) throws IOException {
    progress.checkCancelled();
    if (images.size() == MAX_IMAGES) {
      throw DataException.of(FormatProblem.TOO_MANY, path, MAX_IMAGES, "images");
    }
    long[] numbers = {-1, 0, 0};
    String[] name = {""};
    json.object(
        key -> {
          switch (key) {
            case "id" -> numbers[0] = json.integer();
            case "width" -> numbers[1] = json.isNull() ? 0 : json.integer();
            case "height" -> numbers[2] = json.isNull() ? 0 : json.integer();
            case "file_name" -> name[0] = json.text(MAX_NAME);
            default -> json.skip();
          }
          if (!IMAGE_KEYS.contains(key)) {
            findings.add(GeometryFinding.KEYS_DROPPED, path.getFileName() + ": images." + key);
          }
        });
    if (imagesById.putIfAbsent(numbers[0], images.size()) != null) {
      findings.add(GeometryFinding.IMAGE_TWICE, path.getFileName() + ": " + numbers[0]);
    }
    images.add(new CocoImage(numbers[0], name[0], numbers[1], numbers[2]));
  }

  private void category(JsonStream json) throws IOException {
    if (categories.size() == MAX_CATEGORIES) {
      throw DataException.of(FormatProblem.TOO_MANY, path, MAX_CATEGORIES, "categories");
    }
    long[] id = {-1};
    String[] name = {""};
    json.object(
        key -> {
          switch (key) {
            case "id" -> id[0] = json.integer();
            case "name" -> name[0] = json.text(MAX_NAME);
            default -> json.skip();
          }
        });
    if (categories.putIfAbsent(id[0], name[0].strip()) != null) {
      throw json.bad("category " + id[0] + " is there twice");
    }
  }

  private void object(JsonStream json, Progress progress) throws IOException {
    if (objects % 4096 == 0) {
      progress.checkCancelled();
      progress.report("index", objects, 0);
    }
    if (objects == MAX_OBJECTS) {
      throw DataException.of(FormatProblem.TOO_MANY, path, MAX_OBJECTS, "annotations");
    }
    long offset = json.offset();
    long[] image = {-1};
    json.object(
        key -> {
          if (key.equals("image_id")) {
            image[0] = json.integer();
          } else {
            json.skip();
          }
        });
    if (objects == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * objects);
      imageIds = Arrays.copyOf(imageIds, 2 * objects);
    }
    offsets[objects] = offset;
    imageIds[objects++] = image[0];
  }

  /** Puts the objects of each image together, in the order in which the file has them. */
  private void sort() {
    starts = new int[images.size() + 1];
    int[] owners = new int[objects];
    for (int i = 0; i < objects; i++) {
      owners[i] = imagesById.getOrDefault(imageIds[i], -1);
      if (owners[i] < 0) {
        findings.add(GeometryFinding.UNKNOWN_IMAGE, path.getFileName() + ": " + imageIds[i]);
      } else {
        starts[owners[i] + 1]++;
      }
    }
    for (int i = 0; i < images.size(); i++) {
      starts[i + 1] += starts[i];
    }
    int[] next = starts.clone();
    long[] sorted = new long[starts[images.size()]];
    for (int i = 0; i < objects; i++) {
      if (owners[i] >= 0) {
        sorted[next[owners[i]]++] = offsets[i];
      }
    }
    offsets = sorted;
    imageIds = new long[0];
    imagesById.clear();
  }

  /** Where the objects of an image stand in the file, the lowest in the picture first. */
  long[] objectsOf(int image) {
    return Arrays.copyOfRange(offsets, starts[image], starts[image + 1]);
  }
}
