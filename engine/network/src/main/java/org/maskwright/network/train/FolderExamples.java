package org.maskwright.network.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;

/** Images and index masks in two folders, named by a list, as VOC keeps them. */
public final class FolderExamples implements TrainingExamples {

  private static final List<String> KINDS =
      List.of(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp");

  private final List<Pair> pairs;
  private final int classes;

  /** An image and its mask. */
  public record Pair(Path image, Path mask) {}

  public FolderExamples(List<Pair> pairs, int classes) {
    this.pairs = List.copyOf(pairs);
    this.classes = classes;
  }

  /** A VOC folder and one of its lists, such as {@code train} or {@code val}. */
  public static FolderExamples voc(Path root, String list, int classes) throws IOException {
    Path names = root.resolve("ImageSets").resolve("Segmentation").resolve(list + ".txt");
    if (!Files.isRegularFile(names)) {
      throw DataException.of(TrainingProblem.LIST_MISSING, names, others(names));
    }
    List<Pair> pairs =
        Files.readAllLines(names).stream()
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(
                name ->
                    new Pair(
                        photo(root.resolve("JPEGImages"), name),
                        root.resolve("SegmentationClass").resolve(name + ".png")))
            .toList();
    return new FolderExamples(pairs, classes);
  }

  /** VOC's own are JPEG; what others export in its layout is whatever it was. */
  private static Path photo(Path folder, String name) {
    return KINDS.stream()
        .map(kind -> folder.resolve(name + kind))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseGet(() -> folder.resolve(name + KINDS.get(0)));
  }

  private static String others(Path list) throws IOException {
    Path folder = list.resolveSibling(".").normalize();
    if (!Files.isDirectory(folder)) {
      return "is no folder " + folder + " either; such a folder holds lists of names";
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> lists =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".txt"))
              .map(name -> name.substring(0, name.length() - 4))
              .sorted()
              .toList();
      return lists.isEmpty() ? "are no lists at all" : "are " + String.join(", ", lists);
    }
  }

  @Override
  public int size() {
    return pairs.size();
  }

  @Override
  public String name(int index) {
    return String.valueOf(pairs.get(index).image().getFileName());
  }

  @Override
  public Example load(int index) throws IOException {
    Pixels image = ImageLoader.load(pairs.get(index).image());
    IndexedImage mask = MaskPng.read(pairs.get(index).mask());
    return Example.of(
        name(index), image, mask.width(), mask.height(), checked(index, mask).indices());
  }

  @Override
  public IndexedImage labels(int index) throws IOException {
    return checked(index, MaskPng.read(pairs.get(index).mask()));
  }

  private IndexedImage checked(int index, IndexedImage mask) throws DataException {
    for (byte label : mask.indices()) {
      int value = label & 0xFF;
      if (value >= classes && value != LabelMask.IGNORE) {
        throw DataException.of(
            TrainingProblem.LABEL_OUT_OF_RANGE, pairs.get(index).mask(), value, classes);
      }
    }
    return mask;
  }
}
