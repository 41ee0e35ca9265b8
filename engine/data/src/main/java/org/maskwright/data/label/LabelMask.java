package org.maskwright.data.label;

import java.util.Arrays;

/**
 * One label and one provenance a pixel. A pixel nobody decided is <em>unlabelled</em>: {@link
 * #IGNORE} without a provenance. <em>Void</em> is the same value with one: somebody decided that it
 * shall not count. The arrays are open to their readers for speed; only {@code edit.MaskDocument}
 * writes to the mask of an open image.
 */
public final class LabelMask {

  /** The value of unlabelled and of void pixels. */
  public static final int IGNORE = 255;

  /** The greatest number of pixels, so that a plane fits a Java array. */
  public static final long MAX_PIXELS = 1L << 30;

  private final int width;
  private final int height;
  private final byte[] labels;
  private final byte[] provenance;
  private final ProvenanceTable table;

  /** A mask that is wholly unlabelled. */
  public LabelMask(int width, int height) {
    this(width, height, filled(width, height), new byte[count(width, height)], newTable());
  }

  /** A mask over these arrays, which it owns from now on. */
  public LabelMask(
      int width, int height, byte[] labels, byte[] provenance, ProvenanceTable provenances) {
    int count = count(width, height);
    if (labels.length != count || provenance.length != count) {
      throw new IllegalArgumentException(
          "%d labels and %d provenances for %d x %d pixels"
              .formatted(labels.length, provenance.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.labels = labels;
    this.provenance = provenance;
    this.table = provenances;
  }

  /** A mask whose every pixel was decided by the same hand; {@code IGNORE} in it is void. */
  public static LabelMask decided(int width, int height, byte[] labels, Provenance by) {
    ProvenanceTable table = newTable();
    byte[] provenance = new byte[count(width, height)];
    Arrays.fill(provenance, table.code(by));
    return new LabelMask(width, height, labels, provenance, table);
  }

  private static ProvenanceTable newTable() {
    return new ProvenanceTable();
  }

  private static byte[] filled(int width, int height) {
    byte[] labels = new byte[count(width, height)];
    Arrays.fill(labels, (byte) IGNORE);
    return labels;
  }

  private static int count(int width, int height) {
    long count = (long) width * height;
    if (width <= 0 || height <= 0 || count > MAX_PIXELS) {
      throw new IllegalArgumentException("no mask of %d x %d pixels".formatted(width, height));
    }
    return (int) count;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public Region bounds() {
    return new Region(0, 0, width, height);
  }

  public boolean sameSize(LabelMask other) {
    return width == other.width && height == other.height;
  }

  public int index(int x, int y) {
    return y * width + x;
  }

  public int label(int x, int y) {
    return labels[index(x, y)] & 0xFF;
  }

  public Provenance provenance(int x, int y) {
    return table.get(provenance[index(x, y)]);
  }

  public boolean isUnlabelled(int index) {
    return labels[index] == (byte) IGNORE && provenance[index] == 0;
  }

  public boolean isVoid(int index) {
    return labels[index] == (byte) IGNORE && provenance[index] != 0;
  }

  public void set(int x, int y, int label, Provenance by) {
    int index = index(x, y);
    labels[index] = (byte) label;
    provenance[index] = table.code(by);
  }

  /** Labels, row by row. */
  public byte[] labels() {
    return labels;
  }

  /** Provenance codes, row by row; {@link #provenances()} says what they mean. */
  public byte[] provenanceCodes() {
    return provenance;
  }

  public ProvenanceTable provenances() {
    return table;
  }

  public LabelMask copy() {
    return new LabelMask(
        width, height, labels.clone(), provenance.clone(), new ProvenanceTable(table.afterNone()));
  }

  /** True if every pixel has the same label, whoever decided it. */
  public boolean sameLabels(LabelMask other) {
    return sameSize(other) && Arrays.equals(labels, other.labels);
  }

  /** The number of pixels with each label, {@link #IGNORE} included. */
  public long[] histogram() {
    long[] counts = new long[256];
    for (byte label : labels) {
      counts[label & 0xFF]++;
    }
    return counts;
  }
}
