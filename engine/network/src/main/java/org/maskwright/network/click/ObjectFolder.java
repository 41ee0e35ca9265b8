package org.maskwright.network.click;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.train.Example;

/**
 * Images and masks in which objects can be clicked: a folder of {@code images} and {@code masks}
 * with one object each (255 object, 128 does not count), or VOC's layout, whose masks of instances
 * are taken before those of classes.
 */
public final class ObjectFolder {

  private static final int OBJECT = 255;
  private static final int DOES_NOT_COUNT = 128;

  private final List<Pair> pairs;
  private final boolean single;

  private record Pair(Path image, Path mask) {}

  private ObjectFolder(List<Pair> pairs, boolean single) {
    this.pairs = List.copyOf(pairs);
    this.single = single;
  }

  /**
   * Opens a folder.
   *
   * @param list the list of images to take where there are lists, such as {@code train}
   */
  public static ObjectFolder open(Path folder, String list) throws IOException {
    if (Files.isDirectory(folder.resolve("masks"))) {
      return new ObjectFolder(pairs(folder.resolve("images"), folder.resolve("masks")), true);
    }
    Path images = folder.resolve("JPEGImages");
    Path classes = folder.resolve("SegmentationClass");
    if (!Files.isDirectory(images) || !Files.isDirectory(classes)) {
      throw DataException.of(ClickProblem.FOLDER_UNKNOWN, folder);
    }
    Path instances = folder.resolve("SegmentationObject");
    Path names = folder.resolve("ImageSets").resolve("Segmentation").resolve(list + ".txt");
    if (!Files.exists(names)) {
      throw DataException.of(ClickProblem.LIST_MISSING, names);
    }
    List<Pair> listed = new ArrayList<>();
    for (String line : Files.readAllLines(names)) {
      String name = line.strip();
      if (!name.isEmpty()) {
        Path instance = instances.resolve(name + ".png");
        Path mask = Files.exists(instance) ? instance : classes.resolve(name + ".png");
        listed.add(new Pair(images.resolve(name + ".jpg"), mask));
      }
    }
    return new ObjectFolder(listed, false);
  }

  private static List<Pair> pairs(Path images, Path masks) throws IOException {
    Map<String, Path> byStem = new TreeMap<>();
    try (Stream<Path> found = Files.list(masks)) {
      found.forEach(mask -> byStem.put(stem(mask), mask));
    }
    List<Pair> pairs = new ArrayList<>();
    try (Stream<Path> found = Files.list(images)) {
      for (Path image : found.sorted().toList()) {
        Path mask = byStem.get(stem(image));
        if (mask != null) {
          pairs.add(new Pair(image, mask));
        }
      }
    }
    return pairs;
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Whether each mask shows one object, whatever parts it has. */
  public boolean isSingle() {
    return single;
  }

  public int size() {
    return pairs.size();
  }

  public String name(int index) {
    return stem(pairs.get(index).image());
  }

  /**
   * An image and its labels: 0 around the objects, {@link LabelMask#IGNORE} what does not count.
   */
  public Example load(int index) throws IOException {
    Pair pair = pairs.get(index);
    Pixels image = ImageLoader.load(pair.image());
    IndexedImage mask = MaskPng.read(pair.mask());
    if (mask.width() != image.width() || mask.height() != image.height()) {
      throw DataException.of(
          ClickProblem.SIZE_MISMATCH,
          name(index),
          image.width(),
          image.height(),
          mask.width(),
          mask.height());
    }
    return new Example(name(index), image, single ? labels(mask.indices()) : mask.indices());
  }

  private static byte[] labels(byte[] greys) {
    byte[] labels = new byte[greys.length];
    for (int i = 0; i < greys.length; i++) {
      int grey = greys[i] & 0xFF;
      labels[i] = (byte) (grey == OBJECT ? 1 : grey == DOES_NOT_COUNT ? LabelMask.IGNORE : 0);
    }
    return labels;
  }
}
