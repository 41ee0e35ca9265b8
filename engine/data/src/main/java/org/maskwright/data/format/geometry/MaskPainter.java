package org.maskwright.data.format.geometry;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.InstanceMap;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.DataException;

/** Builds an image's labels out of shapes: later ones lie on top of earlier ones. */
public final class MaskPainter {

  /** Up to here objects are told apart; beyond it their numbers would take gigabytes. */
  private static final long MAX_TOLD_APART = 64_000_000;

  private static final int BYTES_A_PIXEL = 3;

  private final LabelMask mask;
  private final byte code;
  private final int[] objects;
  private final BitSet painted = new BitSet();
  private long covered;
  private int last;

  private MaskPainter(LabelMask mask) {
    this.mask = mask;
    this.code = mask.provenances().code(Provenance.of(Provenance.Kind.IMPORT));
    int pixels = mask.labels().length;
    this.objects = new int[pixels <= MAX_TOLD_APART ? pixels : 0];
  }

  /**
   * An empty picture.
   *
   * @param background whether what no shape covers is background, and not unlabelled
   * @param name of the file that claims this size, for messages
   */
  public static MaskPainter of(long width, long height, boolean background, Object name)
      throws DataException {
    if (width <= 0 || height <= 0 || width > LabelMask.MAX_PIXELS / height) {
      String size = "an image of " + width + " x " + height + " cannot be";
      throw DataException.of(FormatProblem.BAD_FILE, name, size);
    }
    long pixels = width * height;
    long needed = pixels * (BYTES_A_PIXEL + (pixels <= MAX_TOLD_APART ? Integer.BYTES : 0));
    // Half of the memory stays for the shapes and for everybody else.
    if (needed > Runtime.getRuntime().maxMemory() / 2) {
      String size = "an image of " + width + " x " + height + " does not fit into memory";
      throw DataException.of(FormatProblem.BAD_FILE, name, size);
    }
    LabelMask mask = new LabelMask((int) width, (int) height);
    MaskPainter painter = new MaskPainter(mask);
    if (background) {
      Arrays.fill(mask.labels(), (byte) LabelScheme.BACKGROUND);
      Arrays.fill(mask.provenanceCodes(), painter.code);
    }
    return painter;
  }

  public int width() {
    return mask.width();
  }

  public int height() {
    return mask.height();
  }

  /** A number for an object that has none, larger than all so far. */
  public int nextObject() {
    return last + 1;
  }

  /**
   * Puts a shape on top.
   *
   * @param object the number of the object, from 1; shapes of one object may cover each other
   */
  public void paint(Stencil shape, int label, int object) {
    last = Math.max(last, object);
    byte[] labels = mask.labels();
    byte[] codes = mask.provenanceCodes();
    shape.forEachRun(
        (y, from, to) -> {
          int start = mask.index(from, y);
          int end = start + to - from;
          if (objects.length > 0) {
            for (int i = start; i < end; i++) {
              covered += objects[i] == 0 || objects[i] == object ? 0 : 1;
              objects[i] = object;
            }
          } else {
            covered += painted.get(start, end).cardinality();
            painted.set(start, end);
          }
          Arrays.fill(labels, start, end, (byte) label);
          Arrays.fill(codes, start, end, code);
        });
  }

  /** How many pixels a later object took from an earlier one. */
  public long covered() {
    return covered;
  }

  public LabelMask mask() {
    return mask;
  }

  /** Which object is on top; null where there are none, and for huge images, which is counted. */
  public @Nullable InstanceMap instances(String path, Findings findings) {
    if (last > 0 && objects.length == 0) {
      findings.add(CommonFinding.INSTANCES_LOST, last, path);
    }
    return last == 0 || objects.length == 0
        ? null
        : InstanceMap.of(mask.width(), mask.height(), objects);
  }
}
