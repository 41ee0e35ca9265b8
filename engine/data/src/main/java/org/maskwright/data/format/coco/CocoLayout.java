package org.maskwright.data.format.coco;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.problem.DataException;

/** Where the files and the images of a COCO dataset lie. */
final class CocoLayout {

  static final String FILES = "annotations";
  static final String IMAGES = "images";

  private static final String NO_SPLIT = "default";
  private static final Pattern SPLIT = Pattern.compile("(?:instances|stuff)_(.+)\\.json");
  private static final String BESIDE_IMAGES = "_annotations.coco.json";

  private CocoLayout() {}

  static String fileName(String split) {
    return FILES + "/instances_" + (split.isEmpty() ? NO_SPLIT : split) + ".json";
  }

  /** The files of a dataset with the splits that their names tell. */
  static Map<Path, String> files(Path source) throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    if (Files.isRegularFile(source)) {
      files.put(source, split(source));
      return files;
    }
    for (Path folder : List.of(source.resolve(FILES), source)) {
      List<Path> found = list(folder, ".json");
      List<Path> named = found.stream().filter(f -> SPLIT.matcher(name(f)).matches()).toList();
      List<Path> chosen = named.isEmpty() && found.size() == 1 ? found : named;
      chosen.forEach(file -> files.put(file, split(file)));
      if (!files.isEmpty()) {
        return files;
      }
    }
    for (Path folder : list(source, "")) {
      if (Files.isRegularFile(folder.resolve(BESIDE_IMAGES))) {
        files.put(folder.resolve(BESIDE_IMAGES), name(folder));
      }
    }
    if (files.isEmpty()) {
      throw DataException.of(
          FormatProblem.NOT_THIS_FORMAT,
          source,
          "COCO",
          "there is no " + FILES + "/instances_*.json; name the one file to read");
    }
    return files;
  }

  private static List<Path> list(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      // The note in exports of ours is JSON, too.
      return list.filter(file -> name(file).endsWith(ending))
          .filter(file -> !name(file).startsWith("maskwright-"))
          .sorted()
          .toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String split(Path file) {
    Matcher matcher = SPLIT.matcher(name(file));
    return !matcher.matches() || matcher.group(1).equals(NO_SPLIT) ? "" : matcher.group(1);
  }

  /** The image of this name, in one of the places where images are put by custom. */
  static @Nullable Path image(Path file, String split, String name) {
    Path folder = file.toAbsolutePath().getParent();
    Path above = folder == null ? null : folder.getParent();
    List<Path> places = new ArrayList<>();
    for (Path root : Stream.of(above, folder).filter(Objects::nonNull).toList()) {
      places.add(root.resolve(IMAGES).resolve(split));
      places.add(root.resolve(IMAGES));
      places.add(root.resolve(split));
      places.add(root);
    }
    for (Path place : places) {
      Path image = place.resolve(name);
      if (Files.isRegularFile(image)) {
        return image;
      }
    }
    return null;
  }
}
