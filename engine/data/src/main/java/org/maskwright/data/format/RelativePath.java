package org.maskwright.data.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.maskwright.data.problem.DataException;

/** Names of files that stand in files: nobody follows one out of its folder. */
public final class RelativePath {

  private static final int MAX_LENGTH = 4096;
  private static final int MAX_DEPTH = 64;

  /** What the usual file systems take, in bytes. */
  private static final int MAX_SEGMENT = 255;

  private RelativePath() {}

  /**
   * The name with {@code /} between folders, if it stays below its folder on every system.
   *
   * @param file where the name stands, for the message
   */
  public static String check(String name, Object file) throws DataException {
    String unified = name.replace('\\', '/');
    String[] segments = unified.split("/", -1);
    boolean safe = !unified.isEmpty() && unified.length() <= MAX_LENGTH;
    safe &= segments.length <= MAX_DEPTH;
    for (String segment : segments) {
      safe &= isSafe(segment);
    }
    if (!safe) {
      throw DataException.of(FormatProblem.UNSAFE_NAME, file, shortened(name));
    }
    return unified;
  }

  private static boolean isSafe(String segment) {
    return !segment.isBlank()
        && segment.getBytes(StandardCharsets.UTF_8).length <= MAX_SEGMENT
        && !segment.equals(".")
        && !segment.equals("..")
        && segment.indexOf(':') < 0
        && segment.codePoints().noneMatch(RelativePath::isUnprintable);
  }

  private static boolean isUnprintable(int codePoint) {
    return Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE
        || codePoint == 0xFFFD;
  }

  private static String shortened(String name) {
    return name.length() <= 100 ? name : name.substring(0, 100) + "...";
  }

  /** The path of a file below a folder, with {@code /} between folders. */
  public static String of(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
