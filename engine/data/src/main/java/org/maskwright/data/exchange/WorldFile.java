package org.maskwright.data.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.image.header.ImageFormat;

/** The small file beside an image that says where on earth it lies. */
final class WorldFile {

  private static final String OF_PNG = ".pgw";
  private static final long MAX_BYTES = 1 << 16;

  private WorldFile() {}

  /** Puts the world file of an image, if it has one, beside its mask. */
  static void copy(Path image, Path mask) throws IOException {
    for (String ending : endings()) {
      Path candidate = image.resolveSibling(stem(image) + "." + ending);
      if (Files.isRegularFile(candidate) && Files.size(candidate) <= MAX_BYTES) {
        Files.copy(candidate, mask.resolveSibling(stem(mask) + OF_PNG));
        return;
      }
    }
  }

  private static List<String> endings() {
    List<String> endings = new ArrayList<>();
    for (ImageFormat format : ImageFormat.values()) {
      endings.addAll(format.worldFileExtensions());
    }
    endings.add("wld");
    return endings;
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
