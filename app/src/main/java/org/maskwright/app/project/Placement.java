package org.maskwright.app.project;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a project is kept unless somebody says otherwise. */
final class Placement {

  private Placement() {}

  /** Beside the photos, never inside: nothing is written into a photo folder. */
  static Path beside(Path photos) {
    for (int number = 1; ; number++) {
      Path place = named(photos, number == 1 ? "" : " " + number);
      if (!Files.exists(place)) {
        return place;
      }
    }
  }

  /** The first place that is proposed, whether or not something is there. */
  static Path first(Path photos) {
    return named(photos, "");
  }

  private static Path named(Path photos, String suffix) {
    Path name = photos.getFileName();
    return photos.resolveSibling((name == null ? "photos" : name) + " masks" + suffix);
  }

  /** What the photos' folder is called in the project. */
  static String rootName(Path photos) {
    Path name = photos.getFileName();
    return name == null ? "photos" : name.toString();
  }
}
