package org.maskwright.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.maskwright.data.image.header.ImageFormat;

/** Which formats a folder looks like, by the names in it. */
final class DatasetTraces {

  /** Labels beside photos are seen in the first few of them. */
  private static final int LOOK_AT = 50;

  private DatasetTraces() {}

  /** Ids of formats, the surest first. */
  static List<String> in(Path folder) throws IOException {
    List<String> formats = new ArrayList<>();
    if (has(folder, "JPEGImages") && has(folder, "SegmentationClass")) {
      formats.add("voc");
    }
    if (Files.exists(folder.resolve("labelmap.txt")) && has(folder, "SegmentationClass")) {
      formats.add("cvat");
    }
    if (has(folder, "gtFine") || has(folder, "gtCoarse")) {
      formats.add("cityscapes");
    }
    if (Files.exists(folder.resolve("data.yaml")) || has(folder, "labels")) {
      formats.add("yolo");
    }
    if (hasLists(folder.resolve("annotations")) || hasLists(folder)) {
      formats.add(hasLists(folder) && hasPairs(folder) ? "labelme" : "coco");
    }
    return formats;
  }

  private static boolean has(Path folder, String name) {
    return Files.isDirectory(folder.resolve(name));
  }

  private static boolean hasLists(Path folder) throws IOException {
    return names(folder).stream().anyMatch(name -> name.endsWith(".json"));
  }

  /** True if photos have lists of their own beside them. */
  private static boolean hasPairs(Path folder) throws IOException {
    List<String> names = names(folder);
    return names.stream()
        .filter(ImageFormat::isImageName)
        .anyMatch(name -> names.contains(name.substring(0, name.lastIndexOf('.')) + ".json"));
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.limit(LOOK_AT).map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
