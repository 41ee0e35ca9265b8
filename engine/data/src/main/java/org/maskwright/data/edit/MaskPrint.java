package org.maskwright.data.edit;

import java.util.zip.CRC32C;
import org.maskwright.data.label.LabelMask;

/** Fingerprints of a mask's two planes; apart, since they are saved as two files. */
public record MaskPrint(int labels, int provenance) {

  public static MaskPrint of(LabelMask mask) {
    return new MaskPrint(crc(mask.labels()), crc(mask.provenanceCodes()));
  }

  private static int crc(byte[] plane) {
    CRC32C crc = new CRC32C();
    crc.update(plane);
    return (int) crc.getValue();
  }
}
