package org.maskwright.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes labelled images in one format, into a folder that the caller keeps out of sight. */
public interface DatasetWriter {

  /** Counts what of this image the format cannot hold. Nothing is written. */
  void inspect(LabelledImage image, Findings findings) throws IOException;

  /**
   * The labels that a reader of the format is to find, in the indices of the source: what was
   * defined for the pixels that the format cannot hold stands in them. May be the mask's own array.
   */
  default byte[] expected(LabelledImage image) {
    return image.mask().labels();
  }

  /**
   * The objects that a reader of the format is to find, with their numbers; nothing if the format
   * keeps none, or not by number.
   */
  default @Nullable InstanceMap expectedInstances(LabelledImage image) {
    return null;
  }

  void write(Path folder, LabelledImage image) throws IOException;

  /** Writes what belongs to all images: lists and class names. */
  void finish(Path folder) throws IOException;

  /** Where the image itself goes if it is to come along; with {@code /}, below the folder. */
  String imagePath(DatasetItem item);

  /** The path that a reader of the format finds for an image if nobody tells it the real one. */
  default String nameOf(DatasetItem item) {
    return item.path();
  }

  /** The name by which a reader of the format finds one of the classes. */
  default String className(ExportClasses.Entry entry) {
    return entry.name();
  }

  /**
   * True if a reader has to find every expected pixel, so that a difference is a failure; false if
   * the format rounds outlines, and differences are only reported.
   */
  default boolean isExact() {
    return true;
  }

  /** Where the image's mask lies, if it has a file of its own that a world file can lie beside. */
  default Optional<String> maskPath(DatasetItem item) {
    return Optional.empty();
  }
}
