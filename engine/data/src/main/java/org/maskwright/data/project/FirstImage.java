package org.maskwright.data.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageFormat;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/**
 * Finds the image that the list of a folder will begin with, or one near it, while the list itself
 * still takes its time.
 */
final class FirstImage {

  private static final int MAX_DEPTH = 8;

  private FirstImage() {}

  static Optional<ImageId> in(ImageRoot root, Progress progress) throws IOException {
    return Files.isDirectory(root.folder())
        ? below(root, root.folder(), 0, progress)
        : Optional.empty();
  }

  private static Optional<ImageId> below(ImageRoot root, Path folder, int depth, Progress progress)
      throws IOException {
    for (Path child : children(folder)) {
      progress.checkCancelled();
      Optional<ImageId> found = Optional.empty();
      if (!Files.isDirectory(child)) {
        found = image(root, child);
      } else if (depth < MAX_DEPTH) {
        found = below(root, child, depth + 1, progress);
      }
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(child -> !name(child).startsWith("."))
          .sorted(Comparator.comparing(child -> NaturalOrder.key(name(child))))
          .toList();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** A file that is no image after all is left to the list, which says what is wrong with it. */
  private static Optional<ImageId> image(ImageRoot root, Path file) throws IOException {
    if (!ImageFormat.isImageName(name(file)) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      List<ImageRef> images = ImageProbe.images(file);
      String path = root.folder().relativize(file).toString();
      String separator = file.getFileSystem().getSeparator();
      int page = images.size() > 1 ? 1 : 0;
      return Optional.of(ImageId.of(root.name(), path.replace(separator, "/"), page));
    } catch (DataException e) {
      return Optional.empty();
    }
  }
}
