package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.problem.DataException;

/** Names results after the images that they come from, and never two alike. */
final class ResultFiles {

  private ResultFiles() {}

  /** A PNG in the folder for each image; the folder is made if need be. */
  static Map<Path, Path> of(List<Path> images, Path folder) throws IOException {
    Map<Path, Path> results = new LinkedHashMap<>();
    for (Path image : images) {
      String name = String.valueOf(image.getFileName());
      int dot = name.lastIndexOf('.');
      Path result = folder.resolve((dot > 0 ? name.substring(0, dot) : name) + ".png");
      if (results.containsValue(result)) {
        throw DataException.of(CommandProblem.NAMES_COLLIDE, result);
      }
      if (result.toAbsolutePath().normalize().equals(image.toAbsolutePath().normalize())) {
        throw DataException.of(CommandProblem.WOULD_OVERWRITE, image);
      }
      results.put(image, result);
    }
    Files.createDirectories(folder);
    return results;
  }
}
