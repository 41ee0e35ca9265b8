package org.maskwright.data.format.cityscapes;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.InstanceMap;
import org.maskwright.data.label.NumberImage;
import org.maskwright.data.label.NumberPng;
import org.maskwright.data.problem.DataException;

/**
 * What stands in a file of instances: 1000 times the class's id and the object's number where a
 * class has objects, the plain id everywhere else.
 */
final class CityscapesInstances {

  private static final int FACTOR = 1000;

  private final NumberImage image;
  private final long lost;

  private CityscapesInstances(NumberImage image, long lost) {
    this.image = image;
    this.lost = lost;
  }

  /** An object of one class: what the source has as one in several classes is several here. */
  private record Key(int id, int number) {

    /** True if the number is already as the files have it, and is kept. */
    boolean isOurs() {
      return number / FACTOR == id;
    }
  }

  /** The objects in pixels of these ids. */
  static CityscapesInstances of(byte[] ids, InstanceMap instances) {
    Map<Key, Integer> values = new LinkedHashMap<>();
    Map<Integer, BitSet> taken = new HashMap<>();
    int[] numbers = instances.values();
    for (int i = 0; i < ids.length; i++) {
      if (numbers[i] != 0) {
        Key key = new Key(ids[i], numbers[i]);
        if (values.putIfAbsent(key, key.number()) == null && key.isOurs()) {
          taken.computeIfAbsent(key.id(), id -> new BitSet()).set(key.number() % FACTOR);
        }
      }
    }
    Set<Integer> kept = new HashSet<>();
    for (Map.Entry<Key, Integer> entry : values.entrySet()) {
      Key key = entry.getKey();
      if (!CityscapesClasses.hasInstances(key.id())) {
        entry.setValue(key.id());
      } else if (!key.isOurs()) {
        entry.setValue(numbered(key.id(), taken.computeIfAbsent(key.id(), id -> new BitSet())));
      }
      if (entry.getValue() >= FACTOR) {
        kept.add(key.number());
      }
    }
    char[] pixels = new char[ids.length];
    for (int i = 0; i < pixels.length; i++) {
      int value = numbers[i] == 0 ? ids[i] : values.getOrDefault(new Key(ids[i], numbers[i]), 0);
      pixels[i] = (char) value;
    }
    NumberImage image = new NumberImage(instances.width(), instances.height(), pixels);
    return new CityscapesInstances(image, instances.count() - kept.size());
  }

  /**
   * The next free number of a class; the plain id if there are too many objects to be told apart.
   */
  private static int numbered(int id, BitSet taken) {
    int number = taken.nextClearBit(0);
    if (number >= FACTOR) {
      return id;
    }
    taken.set(number);
    return id * FACTOR + number;
  }

  static CityscapesInstances read(Path file, int width, int height) throws IOException {
    NumberImage image = NumberPng.read(file);
    if (image.width() != width || image.height() != height) {
      throw DataException.of(
          FormatProblem.SIZE_MISMATCH, file, image.width(), image.height(), width, height);
    }
    return new CityscapesInstances(image, 0);
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      NumberPng.write(out, image);
    }
  }

  /** How many objects the file does not tell apart. */
  long lost() {
    return lost;
  }

  /** The id of the class that a pixel's object is of; 0 if it is of none. */
  int classOf(int pixel) {
    return image.numbers()[pixel] / FACTOR;
  }

  /** The objects, numbered as in the file. */
  InstanceMap map() {
    int[] numbers = new int[image.numbers().length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = classOf(i) == 0 ? 0 : image.numbers()[i];
    }
    return InstanceMap.of(image.width(), image.height(), numbers);
  }
}
