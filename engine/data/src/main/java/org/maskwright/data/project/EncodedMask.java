package org.maskwright.data.project;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.maskwright.data.edit.SaveStamp;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;

/** A mask as the bytes of its two files. */
final class EncodedMask {

  private final int width;
  private final int height;
  private final byte[] labels;
  private final byte[] provenance;

  EncodedMask(LabelMask mask) throws IOException {
    ByteArrayOutputStream labelFile = new ByteArrayOutputStream();
    MaskPng.write(labelFile, mask.width(), mask.height(), mask.labels());
    ByteArrayOutputStream provenanceFile = new ByteArrayOutputStream();
    MaskPng.writeGrey(provenanceFile, mask.width(), mask.height(), mask.provenanceCodes());
    width = mask.width();
    height = mask.height();
    labels = labelFile.toByteArray();
    provenance = provenanceFile.toByteArray();
  }

  byte[] labels() {
    return labels;
  }

  byte[] provenance() {
    return provenance;
  }

  MaskStamp stamp(Optional<SaveStamp> journal) {
    return new MaskStamp(
        width, height, MaskPaths.sha256(labels), MaskPaths.sha256(provenance), journal);
  }
}
