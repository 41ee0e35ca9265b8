package org.maskwright.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.maskwright.data.exchange.Formats;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.image.header.ImageFormat;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what a person points at. It reads lists and names, never a pixel, and writes nothing.
 */
public final class Arrivals {

  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
  private static final String PROJECT = "project.json";

  private Arrivals() {}

  /** Takes a project before a folder, and a folder before single photos. */
  public static Arrival of(List<Path> paths, Progress progress) throws IOException {
    for (Path path : paths) {
      Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
      boolean named = Files.isDirectory(path) || path.endsWith(PROJECT);
      if (folder != null && named && Files.exists(folder.resolve(PROJECT))) {
        return new Arrival.Existing(folder);
      }
    }
    Optional<Path> folder = paths.stream().filter(Files::isDirectory).findFirst();
    if (folder.isPresent()) {
      return photos(folder.get(), progress);
    }
    List<Path> images = paths.stream().filter(Arrivals::isImage).toList();
    Path first = paths.isEmpty() ? Path.of("") : paths.get(0);
    if (images.isEmpty()) {
      return single(first, progress);
    }
    Path parent = images.get(0).toAbsolutePath().getParent();
    return images.size() == 1 || parent == null
        ? new Arrival.Photo(images.get(0))
        : new Arrival.Photos(parent, Optional.empty());
  }

  private static boolean isImage(Path path) {
    return Files.isRegularFile(path) && ImageFormat.isImageName(String.valueOf(path.getFileName()));
  }

  /** A list of labels that lies outside the folder of its images, such as COCO's. */
  private static Arrival single(Path file, Progress progress) throws IOException {
    boolean list = Files.isRegularFile(file) && file.toString().endsWith(".json");
    Optional<Arrival> labelled = list ? labelled("coco", file, progress) : Optional.empty();
    return labelled.orElseGet(() -> new Arrival.Nothing(file));
  }

  private static Arrival photos(Path folder, Progress progress) throws IOException {
    for (String format : DatasetTraces.in(folder)) {
      Optional<Arrival> labelled = labelled(format, folder, progress);
      if (labelled.isPresent()) {
        return labelled.get();
      }
    }
    return new Arrival.Photos(folder, Optional.empty());
  }

  private static Optional<Arrival> labelled(String id, Path source, Progress progress)
      throws IOException {
    DatasetFormat format = Formats.byId(id);
    try (Dataset dataset = Formats.open(source, format, FormatOptions.defaults(format), progress)) {
      Optional<Path> images =
          CommonFolder.of(
              dataset.items().stream().map(item -> item.image()).filter(Objects::nonNull).toList());
      List<String> classes = dataset.scheme().classes().stream().map(LabelClass::name).toList();
      FoundDataset found = new FoundDataset(id, source, classes, dataset.items().size());
      return images.map(folder -> new Arrival.Photos(folder, Optional.of(found)));
    } catch (IOException e) {
      // It looked like one and is none: its photos are still photos.
      LOG.info("{} is not opened as {}: {}", source, id, e.getMessage());
      return Optional.empty();
    }
  }
}
