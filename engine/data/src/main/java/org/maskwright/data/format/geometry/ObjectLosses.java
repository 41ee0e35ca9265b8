package org.maskwright.data.format.geometry;

import java.util.List;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatOption;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.MaskLosses;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;

/**
 * What goes missing in formats that list objects and nothing else: a pixel in no object is one
 * thing only, so background, void and unlabelled cannot be told apart.
 */
public final class ObjectLosses {

  public static final FormatOption REST =
      new FormatOption(
          "rest",
          List.of("background", "unlabelled"),
          "What pixels outside all objects are on reading.");

  private ObjectLosses() {}

  /** True if pixels outside all objects are background. */
  public static boolean restIsBackground(FormatOptions options) {
    return options.is(REST.key(), "background");
  }

  /** Counts what pixels outside all objects were before. */
  public static void inspect(
      LabelledImage image, ExportClasses classes, FormatOptions options, Findings findings) {
    String path = image.item().path();
    LabelMask mask = image.mask();
    long[] counts = mask.histogram();
    long leftOut = 0;
    long background = 0;
    for (int value = 0; value < LabelMask.IGNORE; value++) {
      boolean out = classes.id(value) == ExportClasses.NONE;
      leftOut += out ? counts[value] : 0;
      background += !out && classes.resolve(value) == LabelScheme.BACKGROUND ? counts[value] : 0;
    }
    findings.add(CommonFinding.CLASS_LEFT_OUT, leftOut, path);
    if (restIsBackground(options)) {
      findings.add(CommonFinding.VOID_LOST, counts[LabelMask.IGNORE], path);
    } else {
      findings.add(GeometryFinding.BACKGROUND_LOST, background, path);
    }
    findings.add(CommonFinding.PROVENANCE_LOST, mask.provenances().size() > 1 ? 1 : 0, path);
  }

  /** The labels that are found again: everything outside the objects is one thing. */
  public static byte[] expected(LabelledImage image, ExportClasses classes, FormatOptions options) {
    byte[] table = new byte[256];
    int rest = restIsBackground(options) ? LabelScheme.BACKGROUND : LabelMask.IGNORE;
    for (int value = 0; value < table.length; value++) {
      boolean listed =
          classes.id(value) != ExportClasses.NONE
              && classes.resolve(value) != LabelScheme.BACKGROUND;
      table[value] = (byte) (listed ? classes.resolve(value) : rest);
    }
    return MaskLosses.translate(image.mask().labels(), table);
  }
}
