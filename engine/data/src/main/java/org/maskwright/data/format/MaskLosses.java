package org.maskwright.data.format;

import org.maskwright.data.label.LabelMask;

/** What goes missing from a mask in any format that stores class ids and nothing else. */
public final class MaskLosses {

  private MaskLosses() {}

  /** Counts void, unlabelled and left-out pixels, and the provenance that no format has. */
  public static void inspect(LabelledImage image, ExportClasses classes, Findings findings) {
    LabelMask mask = image.mask();
    String path = image.item().path();
    long unlabelled = unlabelled(mask);
    long[] counts = mask.histogram();
    findings.add(CommonFinding.UNLABELLED_PIXELS, unlabelled, path);
    findings.add(CommonFinding.VOID_PIXELS, counts[LabelMask.IGNORE] - unlabelled, path);
    findings.add(CommonFinding.CLASS_LEFT_OUT, leftOut(counts, classes), path);
    findings.add(CommonFinding.PROVENANCE_LOST, mask.provenances().size() > 1 ? 1 : 0, path);
  }

  /** Counts the objects that will not be told apart. */
  public static void inspectInstances(LabelledImage image, Findings findings) {
    InstanceMap instances = image.instances();
    if (instances != null) {
      findings.add(CommonFinding.INSTANCES_LOST, instances.count(), image.item().path());
    }
  }

  private static long leftOut(long[] counts, ExportClasses classes) {
    long pixels = 0;
    for (int value = 0; value < LabelMask.IGNORE; value++) {
      pixels += classes.id(value) == ExportClasses.NONE ? counts[value] : 0;
    }
    return pixels;
  }

  /** Pixels that nobody decided. */
  public static long unlabelled(LabelMask mask) {
    long count = 0;
    int pixels = mask.labels().length;
    for (int i = 0; i < pixels; i++) {
      count += mask.isUnlabelled(i) ? 1 : 0;
    }
    return count;
  }

  /** True if nobody has decided a single pixel. */
  public static boolean isUntouched(LabelMask mask) {
    int pixels = mask.labels().length;
    for (int i = 0; i < pixels; i++) {
      if (!mask.isUnlabelled(i)) {
        return false;
      }
    }
    return true;
  }

  /** The labels with merges resolved, and what is left out as void. */
  public static byte[] kept(LabelMask mask, ExportClasses classes) {
    byte[] table = new byte[256];
    for (int value = 0; value < table.length; value++) {
      boolean known = classes.id(value) != ExportClasses.NONE;
      table[value] = (byte) (known ? classes.resolve(value) : LabelMask.IGNORE);
    }
    return translate(mask.labels(), table);
  }

  /** Each value replaced by what the table has for it. */
  public static byte[] translate(byte[] values, byte[] table) {
    byte[] translated = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      translated[i] = table[values[i] & 0xFF];
    }
    return translated;
  }
}
