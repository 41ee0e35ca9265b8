package org.maskwright.network.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.header.ImageFormat;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.network.train.Example;
import org.maskwright.network.train.FolderExamples;
import org.maskwright.network.train.TrainingExamples;

/** Images from anywhere, with their masks where there are some. */
public final class ImagesToCompare implements TrainingExamples {

  private final List<Path> images;
  private final Optional<Path> truth;
  private final int classes;

  /**
   * @param places image files, and folders whose image files are meant
   * @param truth a folder of masks named as the images
   */
  public ImagesToCompare(List<Path> places, Optional<Path> truth, int classes) throws IOException {
    this.images = new ArrayList<>();
    this.truth = truth;
    this.classes = classes;
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        images.addAll(imagesIn(place));
      } else {
        images.add(place);
      }
    }
  }

  private static List<Path> imagesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> ImageFormat.isImageName(String.valueOf(file.getFileName())))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  @Override
  public int size() {
    return images.size();
  }

  @Override
  public String name(int index) {
    return String.valueOf(images.get(index).getFileName());
  }

  @Override
  public Example load(int index) throws IOException {
    Optional<Path> mask = mask(index);
    if (mask.isPresent()) {
      FolderExamples.Pair pair = new FolderExamples.Pair(images.get(index), mask.get());
      return new FolderExamples(List.of(pair), classes).load(0);
    }
    Pixels image = ImageLoader.load(images.get(index));
    return new Example(name(index), image, undecided(image.argb().length));
  }

  @Override
  public IndexedImage labels(int index) throws IOException {
    Example example = load(index);
    return new IndexedImage(example.width(), example.height(), example.labels(), new int[0]);
  }

  private Optional<Path> mask(int index) {
    return truth.map(folder -> folder.resolve(stem(name(index)) + ".png")).filter(Files::exists);
  }

  private static byte[] undecided(int pixels) {
    byte[] labels = new byte[pixels];
    Arrays.fill(labels, (byte) LabelMask.IGNORE);
    return labels;
  }

  /** A file's name without its ending. */
  static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
