package org.maskwright.network.weights.hdf5;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The beginning of a file: how wide its addresses are, and where its root group is. */
final class Superblock {

  static final String SIGNATURE = "\u0089HDF\r\n\u001a\n";

  private static final int LAST_OF_OLD_FORM = 1;
  private static final int LAST_VERSION = 3;

  private Superblock() {}

  /** Whether there is one. */
  static boolean isAt(Fields fields) throws IOException {
    byte[] beginning = new byte[SIGNATURE.length()];
    fields.at(0, beginning.length).get(beginning);
    return new String(beginning, StandardCharsets.ISO_8859_1).equals(SIGNATURE);
  }

  /** The address of the root group's header. */
  static long root(Fields fields) throws IOException {
    int version = fields.at(SIGNATURE.length(), 1).get();
    if (version < 0 || version > LAST_VERSION) {
      throw fields.unsupported("version " + version + " of the form");
    }
    boolean old = version <= LAST_OF_OLD_FORM;
    // Of addresses and of lengths, a byte for each.
    if (fields.at(old ? 13 : 9, 2).getShort() != (Long.BYTES << 8 | Long.BYTES)) {
      throw fields.unsupported("addresses of other than 64 bits");
    }
    int base = old ? 24 + 4 * version : 12;
    if (fields.at(base, Long.BYTES).getLong() != 0) {
      throw fields.unsupported("a block of something else before the data");
    }
    // Past the addresses of free space, of the end and of a driver, and the root's empty name.
    return fields.at(base + (old ? 40 : 24), Long.BYTES).getLong();
  }
}
