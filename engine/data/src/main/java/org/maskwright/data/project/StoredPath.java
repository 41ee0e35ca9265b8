package org.maskwright.data.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.problem.DataException;

/**
 * A folder in a project's file, written from the project's view and from the top, so that it is
 * found again whether the project moved together with its photos or away from them.
 */
final class StoredPath {

  private static final int MAX_LENGTH = 8192;
  private static final String ABSOLUTE = "absolute";
  private static final String RELATIVE = "relative";

  private StoredPath() {}

  static void write(ObjectNode json, Path home, Path folder) {
    json.put(ABSOLUTE, folder.toString());
    if (home.getRoot() != null && home.getRoot().equals(folder.getRoot())) {
      json.put(RELATIVE, home.relativize(folder).toString().replace('\\', '/'));
    }
  }

  static Path read(JsonObject json, Path home) throws DataException {
    Path absolute = resolve(home, json.text(ABSOLUTE, MAX_LENGTH), json, ABSOLUTE);
    if (!json.has(RELATIVE)) {
      return absolute;
    }
    Path relative = resolve(home, json.text(RELATIVE, MAX_LENGTH), json, RELATIVE);
    return Files.isDirectory(relative) ? relative : absolute;
  }

  /** A path of another system is no error: the folder is merely not there. */
  private static Path resolve(Path home, String text, JsonObject json, String key)
      throws DataException {
    try {
      return home.resolve(text).normalize();
    } catch (InvalidPathException e) {
      if (text.indexOf('\0') >= 0) {
        throw json.unexpected(key, "a path");
      }
      return home.resolve("not on this system");
    }
  }
}
