package org.maskwright.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.maskwright.data.task.Progress;

/** A way in which others keep labelled images. */
public interface DatasetFormat {

  /** A short name that never changes, such as {@code voc}. */
  String id();

  /** The name for people. */
  String title();

  /** What can be chosen on reading or writing. */
  List<FormatOption> options();

  /**
   * Opens a dataset. Lists are read and checked; pixels are read image by image later.
   *
   * @param source a folder, or the format's one file; whatever is in it is hostile until checked
   */
  Dataset open(Path source, FormatOptions options, Progress progress) throws IOException;

  /**
   * A writer for these images.
   *
   * @param classes which class has which id and name in the files
   * @param items all images that will be written, so that names and lists can be settled first
   */
  DatasetWriter writer(ExportClasses classes, List<DatasetItem> items, FormatOptions options)
      throws IOException;
}
