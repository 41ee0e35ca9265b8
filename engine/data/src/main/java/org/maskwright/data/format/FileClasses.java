package org.maskwright.data.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.DataException;

/** The values that stand for classes in a format's mask files, and what they become here. */
public final class FileClasses {

  /** For {@link #mask}: pixels that do not count become void, a decision of whoever drew them. */
  public static final FormatOption IGNORE_OPTION =
      new FormatOption(
          "ignore",
          List.of("void", "unlabelled"),
          "What pixels that do not count (255) are on import: void, or not labelled yet.");

  private static final String BACKGROUND = "background";

  private final LabelScheme scheme;
  private final byte[] indices = new byte[256];
  private final boolean[] known = new boolean[256];

  /**
   * Classes by the values that stand for them in the files; a value without a class is an error.
   * Value 0 is the background; where it is no class, a background that no pixel has is put first.
   */
  public FileClasses(Map<Integer, String> namesByValue) throws DataException {
    List<String> names = new ArrayList<>();
    Map<Integer, String> sorted = new TreeMap<>(namesByValue);
    if (!sorted.containsKey(0)) {
      names.add(BACKGROUND);
    }
    for (Map.Entry<Integer, String> entry : sorted.entrySet()) {
      int value = entry.getKey();
      indices[value] = (byte) names.size();
      known[value] = true;
      names.add(entry.getValue());
    }
    known[LabelMask.IGNORE] = true;
    indices[LabelMask.IGNORE] = (byte) LabelMask.IGNORE;
    scheme = LabelScheme.ofNames(names);
  }

  public LabelScheme scheme() {
    return scheme;
  }

  /** The same classes, with one more value that means void. */
  public FileClasses withVoid(int value) {
    known[value] = true;
    indices[value] = (byte) LabelMask.IGNORE;
    return this;
  }

  /** The labels of a file's values, all of them decided by an import. */
  public LabelMask mask(IndexedImage image, String name, FormatOptions options)
      throws DataException {
    checkValues(image, name);
    byte[] labels = MaskLosses.translate(image.indices(), indices);
    return imported(image.width(), image.height(), labels, options);
  }

  /** Labels as an import brings them, with the pixels that do not count as was chosen. */
  public static LabelMask imported(int width, int height, byte[] labels, FormatOptions options) {
    LabelMask mask =
        LabelMask.decided(width, height, labels, Provenance.of(Provenance.Kind.IMPORT));
    if (options.is(IGNORE_OPTION.key(), "unlabelled")) {
      byte[] codes = mask.provenanceCodes();
      for (int i = 0; i < labels.length; i++) {
        codes[i] = labels[i] == (byte) LabelMask.IGNORE ? 0 : codes[i];
      }
    }
    return mask;
  }

  private void checkValues(IndexedImage image, String name) throws DataException {
    long[] counts = new long[256];
    for (byte value : image.indices()) {
      counts[value & 0xFF]++;
    }
    List<Integer> strange = new ArrayList<>();
    long pixels = 0;
    for (int value = 0; value < counts.length; value++) {
      if (counts[value] > 0 && !known[value]) {
        strange.add(value);
        pixels += counts[value];
      }
    }
    if (!strange.isEmpty()) {
      throw DataException.of(FormatProblem.UNKNOWN_VALUE, name, pixels, strange);
    }
  }

  @Override
  public String toString() {
    return scheme + " " + Arrays.toString(indices);
  }
}
