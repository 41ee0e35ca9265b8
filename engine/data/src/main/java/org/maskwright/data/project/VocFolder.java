package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.VocClasses;

/** A folder in the layout of the VOC challenge, seen as a project without being written into. */
final class VocFolder {

  private static final String IMAGES = "JPEGImages";
  private static final String MASKS = "SegmentationClass";
  private static final List<String> NAME_FILES = List.of("class_names.txt", "labels.txt");
  private static final int MAX_NAME_FILE = 1 << 16;

  private VocFolder() {}

  static boolean isOne(Path folder) {
    return Files.isDirectory(folder.resolve(IMAGES));
  }

  static ProjectContent content(Path folder) throws IOException {
    Path masks = folder.resolve(MASKS);
    ImageRoot root =
        new ImageRoot(
            IMAGES, folder.resolve(IMAGES), Optional.of(masks).filter(Files::isDirectory));
    return new ProjectContent(
        LabelScheme.ofNames(classNames(folder)), Roots.of(List.of(root)), ProjectSettings.DEFAULT);
  }

  /** The names that lie beside the images, one a line; or else the challenge's own. */
  private static List<String> classNames(Path folder) throws IOException {
    for (String name : NAME_FILES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file) && Files.size(file) <= MAX_NAME_FILE) {
        return Files.readAllLines(file).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.equals("__ignore__"))
            .map(line -> line.equals("_background_") ? "background" : line)
            .toList();
      }
    }
    return VocClasses.NAMES;
  }
}
