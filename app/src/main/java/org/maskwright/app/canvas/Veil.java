package org.maskwright.app.canvas;

import org.jspecify.annotations.Nullable;
import org.maskwright.data.label.LabelMask;

/**
 * Lets an overlay be seen at some pixels only, by what stands in a mask there. It looks at the mask
 * as it is painted, so that no plane has to be made anew with every stroke.
 */
public final class Veil {

  private static final int CODES = 256;

  private final byte[] labels;
  private final byte[] codes;
  private final boolean[] open;
  private final byte @Nullable [] differing;

  private Veil(byte[] labels, byte[] codes, boolean[] open, byte @Nullable [] differing) {
    this.labels = labels;
    this.codes = codes;
    this.open = open;
    this.differing = differing;
  }

  /** What decides by who set a pixel. */
  @FunctionalInterface
  public interface Codes {
    boolean isOpen(int provenanceCode);
  }

  /** Open where the pixel's provenance is one of these. */
  public static Veil where(LabelMask mask, Codes codes) {
    boolean[] open = new boolean[CODES];
    for (int code = 0; code < CODES; code++) {
      open[code] = codes.isOpen(code);
    }
    return new Veil(mask.labels(), mask.provenanceCodes(), open, null);
  }

  /**
   * The same, and only where the mask has another label than the overlay's value stands for.
   *
   * @param table for each value of the overlay the label
   */
  public Veil butWhereEqual(byte[] table) {
    return new Veil(labels, codes, open, table);
  }

  /** Whether a value is seen at a pixel, which is given by its place in the mask. */
  boolean isOpen(int at, byte value) {
    byte[] table = differing;
    return open[codes[at] & 0xFF] && (table == null || table[value & 0xFF] != labels[at]);
  }
}
