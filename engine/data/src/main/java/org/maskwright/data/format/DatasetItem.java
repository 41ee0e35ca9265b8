package org.maskwright.data.format;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One image of a dataset.
 *
 * @param path relative, with {@code /} between folders, as the image is called; unique
 * @param split such as {@code train}; empty if the image is in none
 * @param image the file, where there is one
 */
public record DatasetItem(String path, String split, @Nullable Path image) {

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path without its ending. */
  public String stem() {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
  }
}
