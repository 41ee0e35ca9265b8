package org.maskwright.data.format.voc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.problem.DataException;

/** Where things lie in a VOC folder. */
public final class VocLayout {

  public static final String CLASSES = "SegmentationClass";
  static final String OBJECTS = "SegmentationObject";
  public static final String IMAGES = "JPEGImages";
  static final String LISTS = "ImageSets/Segmentation";

  private static final int DEPTH = 3;

  private VocLayout() {}

  /** The folder with the masks' folder in it: the given one, or the only one a little below. */
  static Path root(Path source) throws IOException {
    if (!Files.isDirectory(source)) {
      throw notVoc(source, "it is no folder");
    }
    if (Files.isDirectory(source.resolve(CLASSES))) {
      return source;
    }
    List<Path> found;
    try (Stream<Path> walk = Files.walk(source, DEPTH)) {
      found = walk.filter(folder -> Files.isDirectory(folder.resolve(CLASSES))).sorted().toList();
    }
    if (found.size() != 1) {
      throw notVoc(
          source, found.isEmpty() ? "there is no " + CLASSES : "there are several " + found);
    }
    return found.get(0);
  }

  private static DataException notVoc(Path source, String why) {
    return DataException.of(FormatProblem.NOT_THIS_FORMAT, source, "a VOC folder", why);
  }
}
