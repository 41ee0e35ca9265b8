package org.maskwright.data.format.folder;

import java.util.List;
import org.maskwright.data.format.FormatOption;

/** Where things lie in a folder of masks. */
final class FolderOptions {

  static final String MASKS = "masks";
  static final String IMAGES = "images";
  static final String SUFFIX = "suffix";
  static final String CLASSES = "classes";

  static final String DEFAULT_MASKS = "masks";
  static final String DEFAULT_IMAGES = "images";

  private FolderOptions() {}

  /** The options that index and colour masks share. */
  static List<FormatOption> shared() {
    return List.of(
        FormatOption.text(MASKS, DEFAULT_MASKS, "The folder of the masks; . is the top one."),
        FormatOption.text(IMAGES, DEFAULT_IMAGES, "The folder of the images; . is the top one."),
        FormatOption.text(SUFFIX, "", "What a mask's name has more than its image's, such as _L."),
        FormatOption.text(
            CLASSES, "", "The list of classes; empty looks for classes.txt and the like."));
  }
}
