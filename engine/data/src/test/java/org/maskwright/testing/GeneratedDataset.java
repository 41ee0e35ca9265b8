package org.maskwright.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.InstanceMap;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.DataException;

/** A dataset in memory with the shapes, names and values that formats stumble over. */
public final class GeneratedDataset implements Dataset {

  private static final Provenance BRUSH = Provenance.of(Provenance.Kind.BRUSH);

  private final LabelScheme scheme;
  private final Map<String, LabelledImage> images = new LinkedHashMap<>();

  public GeneratedDataset(LabelScheme scheme) {
    this.scheme = scheme;
  }

  /** Background, cat, dog and a name with letters from elsewhere. */
  public static GeneratedDataset small() {
    return new GeneratedDataset(scheme("background", "cat", "dog", "Bäume (grün)"));
  }

  /** Holes, parts, void, unlabelled pixels, single pixels, odd names. */
  public static GeneratedDataset tricky() {
    GeneratedDataset dataset = small();
    dataset.add("a/image.jpg", "train", holes());
    dataset.add("b/image.jpg", "val", parts());
    dataset.add("b/Image.png", "", checkerboard(9, 7));
    dataset.add("b/写真 1.jpg", "test", ignored());
    dataset.add("single.jpg", "train", decided(1, 1, 2));
    return dataset;
  }

  /** As many classes as there can be, each with a pixel. */
  public static GeneratedDataset manyClasses() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < LabelScheme.MAX_CLASSES; i++) {
      names.add("class " + i);
    }
    GeneratedDataset dataset = new GeneratedDataset(scheme(names.toArray(String[]::new)));
    LabelMask mask = decided(20, 20, 0);
    for (int i = 0; i < LabelScheme.MAX_CLASSES; i++) {
      mask.labels()[i] = (byte) i;
    }
    dataset.add("many.png", "train", mask);
    return dataset;
  }

  public GeneratedDataset add(String path, String split, LabelMask mask) {
    return add(path, split, mask, null);
  }

  public GeneratedDataset add(
      String path, String split, LabelMask mask, @Nullable InstanceMap instances) {
    DatasetItem item = new DatasetItem(path, split, null);
    images.put(path, new LabelledImage(item, mask, instances));
    return this;
  }

  /** A wide ring of one class in another, with an island in its hole. */
  public static LabelMask holes() {
    LabelMask mask = decided(40, 30, 0);
    fill(mask, 3, 3, 30, 24, 1);
    fill(mask, 8, 8, 15, 12, 0);
    fill(mask, 12, 11, 4, 4, 2);
    fill(mask, 13, 12, 1, 1, 1);
    return mask;
  }

  /** Several parts of one class, some of which touch only at a corner. */
  public static LabelMask parts() {
    LabelMask mask = decided(31, 17, 0);
    fill(mask, 0, 0, 5, 5, 1);
    fill(mask, 5, 5, 5, 5, 1);
    fill(mask, 30, 16, 1, 1, 1);
    fill(mask, 20, 2, 1, 12, 2);
    fill(mask, 14, 6, 12, 1, 3);
    return mask;
  }

  public static LabelMask checkerboard(int width, int height) {
    LabelMask mask = decided(width, height, 0);
    for (int i = 0; i < width * height; i++) {
      mask.labels()[i] = (byte) ((i % width + i / width) % 2 == 0 ? 1 : 2);
    }
    return mask;
  }

  /** Void and unlabelled pixels, at an edge, in the middle and around a region. */
  public static LabelMask ignored() {
    LabelMask mask = new LabelMask(24, 20);
    fill(mask, 0, 0, 24, 15, 0);
    fill(mask, 4, 4, 10, 8, LabelMask.IGNORE);
    fill(mask, 5, 5, 8, 6, 3);
    fill(mask, 23, 0, 1, 1, LabelMask.IGNORE);
    return mask;
  }

  public static LabelMask decided(int width, int height, int label) {
    byte[] labels = new byte[width * height];
    Arrays.fill(labels, (byte) label);
    return LabelMask.decided(width, height, labels, BRUSH);
  }

  private static void fill(LabelMask mask, int left, int top, int width, int height, int label) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        mask.set(x, y, label, BRUSH);
      }
    }
  }

  public static LabelScheme scheme(String... names) {
    try {
      return LabelScheme.ofNames(List.of(names));
    } catch (DataException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public LabelScheme scheme() {
    return scheme;
  }

  @Override
  public List<DatasetItem> items() {
    return images.values().stream().map(LabelledImage::item).toList();
  }

  @Override
  public Findings findings() {
    return new Findings();
  }

  @Override
  public LabelledImage load(DatasetItem item, Findings findings) {
    LabelledImage image = images.get(item.path());
    if (image == null) {
      throw new IllegalArgumentException(item.path());
    }
    return image;
  }
}
