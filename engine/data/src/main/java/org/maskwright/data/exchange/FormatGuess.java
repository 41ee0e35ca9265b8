package org.maskwright.data.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.ExportManifest;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/**
 * Finds out which format a folder or file has: an export of ours says so itself, anything else is
 * read as each of them, and whoever can read its first image is right. The formats that ask for
 * more come first.
 */
public final class FormatGuess {

  private static final List<String> STRICTEST_FIRST =
      List.of("cvat", "voc", "cityscapes", "coco", "yolo", "labelme", "masks", "colours");

  private FormatGuess() {}

  /** The format, if there is one that reads the source. */
  public static Optional<DatasetFormat> of(Path source, Progress progress) throws IOException {
    Optional<String> noted = ExportManifest.format(source);
    if (noted.isPresent()) {
      return Optional.of(Formats.byId(noted.get()));
    }
    for (String id : STRICTEST_FIRST) {
      progress.checkCancelled();
      DatasetFormat format = Formats.byId(id);
      if (reads(source, format, progress)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private static boolean reads(Path source, DatasetFormat format, Progress progress)
      throws IOException {
    try (Dataset dataset = Formats.open(source, format, FormatOptions.defaults(format), progress)) {
      if (dataset.items().isEmpty()) {
        return false;
      }
      dataset.load(dataset.items().get(0), new Findings());
      return true;
    } catch (DataException e) {
      // That is the answer: it is not of this format.
      return false;
    }
  }
}
