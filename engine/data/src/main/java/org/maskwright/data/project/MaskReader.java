package org.maskwright.data.project;

import java.io.IOException;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.ProvenanceTable;
import org.maskwright.data.problem.DataException;

/** Puts a mask together from its label file, its provenance file and its record. */
final class MaskReader {

  private MaskReader() {}

  static LabelMask read(ImageRecord image, byte[] labelFile, byte[] provenanceFile)
      throws IOException {
    String name = image.image().toString();
    IndexedImage labels = MaskPng.read(labelFile, name);
    IndexedImage codes = MaskPng.read(provenanceFile, name);
    ProvenanceTable table = new ProvenanceTable(image.provenances());
    if (codes.width() != labels.width()
        || codes.height() != labels.height()
        || !allKnown(codes.indices(), table.size())) {
      throw DataException.of(ProjectProblem.BAD_PROVENANCE, name);
    }
    return new LabelMask(labels.width(), labels.height(), labels.indices(), codes.indices(), table);
  }

  private static boolean allKnown(byte[] codes, int size) {
    for (byte code : codes) {
      if ((code & 0xFF) >= size) {
        return false;
      }
    }
    return true;
  }
}
