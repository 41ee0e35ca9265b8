package org.maskwright.app.compare;

import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.ProvenanceTable;

/** Works out what layers show, a byte a pixel. */
final class LayerPlanes {

  static final int SAME = 0;

  /** The mask has an object where the variant has none. */
  static final int MISSED = 1;

  /** The variant has an object where the mask has none. */
  static final int EXTRA = 2;

  /** Both have an object, of different classes. */
  static final int OTHER_CLASS = 3;

  private LayerPlanes() {}

  /**
   * Where a variant differs from a mask, as far as the mask is decided.
   *
   * @param proposed classes of the model
   * @param table for each of them the project's
   */
  static byte[] difference(byte[] proposed, byte[] table, LabelMask mask) {
    byte[] labels = mask.labels();
    byte[] result = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      int truth = labels[i] & 0xFF;
      int said = table[proposed[i] & 0xFF] & 0xFF;
      if (truth != LabelMask.IGNORE && truth != said) {
        result[i] = (byte) kind(truth, said);
      }
    }
    return result;
  }

  private static int kind(int truth, int said) {
    if (truth == LabelScheme.BACKGROUND) {
      return EXTRA;
    }
    boolean nothing = said == LabelScheme.BACKGROUND || said == LabelMask.IGNORE;
    return nothing ? MISSED : OTHER_CLASS;
  }

  /** How many pixels have each value. */
  static long[] histogram(byte[] plane) {
    long[] counts = new long[256];
    for (byte value : plane) {
      counts[value & 0xFF]++;
    }
    return counts;
  }

  /** How many pixels accepting would give each class, where no person has painted. */
  static long[] changes(byte[] proposed, byte[] table, LabelMask mask) {
    boolean[] open = new boolean[256];
    for (int code = 0; code < open.length; code++) {
      open[code] = isOpen(mask.provenances(), code);
    }
    byte[] labels = mask.labels();
    byte[] codes = mask.provenanceCodes();
    long[] counts = new long[256];
    for (int i = 0; i < labels.length; i++) {
      byte said = table[proposed[i] & 0xFF];
      if (said != labels[i] && open[codes[i] & 0xFF]) {
        counts[said & 0xFF]++;
      }
    }
    counts[LabelMask.IGNORE] = 0;
    return counts;
  }

  /** Whether a pixel may be taken from a model: nobody, or a model, has decided it. */
  static boolean isOpen(ProvenanceTable makers, int code) {
    return code < makers.size() && !makers.get((byte) code).isHuman();
  }
}
