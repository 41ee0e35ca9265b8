package org.maskwright.data.format;

import java.util.Arrays;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;

/** What each label becomes in a mask file of 8 bits: its class's id, or 255 if it has none. */
public final class ValueTable {

  private static final int MAX_ID = 254;

  private final byte[] values = new byte[256];

  /** The ids of these classes, which have to fit a byte beside the 255 of void. */
  public ValueTable(ExportClasses classes, DatasetFormat format) throws DataException {
    Arrays.fill(values, (byte) LabelMask.IGNORE);
    for (ExportClasses.Entry entry : classes.entries()) {
      if (entry.id() < 0 || entry.id() > MAX_ID) {
        throw DataException.of(
            FormatProblem.CLASS_ID, entry.id(), entry.name(), format.id(), "0 to " + MAX_ID);
      }
    }
    for (int label = 0; label < values.length; label++) {
      int id = classes.id(label);
      values[label] = (byte) (id == ExportClasses.NONE ? LabelMask.IGNORE : id);
    }
  }

  /** The values that go into the file. */
  public byte[] apply(LabelMask mask) {
    return MaskLosses.translate(mask.labels(), values);
  }
}
