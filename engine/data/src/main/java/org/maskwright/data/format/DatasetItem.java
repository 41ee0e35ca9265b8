package org.maskwright.data.format;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One image of a dataset.
 *
 * @param path relative, with {@code /} between folders, as the image is called; unique
 * @param split such as {@code train}; empty if the image is in none
 * @param image the file, where there is one
 */
public record DatasetItem(String path, String split, @Nullable Path image) {

  /** The names of splits, for formats in which a list or folder may just as well be no split. */
  public static final Set<String> SPLITS = Set.of("train", "val", "test", "holdout");

  private static final Pattern ENDING = Pattern.compile("(?<=[^/])(\\.[^./#]{1,10})(#\\d{4,7})?$");

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path without its ending; a page number, as in {@code stack.tif#0007}, stays. */
  public String stem() {
    Matcher ending = ENDING.matcher(path);
    return ending.find()
        ? path.substring(0, ending.start()) + (ending.group(2) == null ? "" : ending.group(2))
        : path;
  }

  /** The ending with its dot, or nothing. */
  public String ending() {
    Matcher ending = ENDING.matcher(path);
    return ending.find() ? ending.group(1) : "";
  }

  /** The same image under another path. */
  public DatasetItem withPath(String newPath) {
    return new DatasetItem(newPath, split, image);
  }
}
