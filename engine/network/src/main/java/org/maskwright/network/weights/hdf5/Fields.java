package org.maskwright.network.weights.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.FileBytes;
import org.maskwright.network.weights.WeightsProblem;

/** Reads what stands at an address, with the lowest byte first, after a look at the file's end. */
final class Fields {

  /** The address of what is not there. */
  static final long NOWHERE = -1;

  private static final int MAX_NAME = 500;

  /** Many times what the largest network of Keras has. */
  private static final int MAX_THINGS = 200_000;

  private final FileBytes file;
  private int things;

  Fields(FileBytes file) {
    this.file = file;
  }

  /** So many bytes, to be read from their beginning. */
  ByteBuffer at(long address, int count) throws IOException {
    check(address, count);
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    file.read(address, bytes);
    return bytes.flip();
  }

  /** What follows a signature of four letters. */
  ByteBuffer signed(String signature, long address, int count) throws IOException {
    ByteBuffer bytes = at(address, signature.length() + count);
    byte[] found = new byte[signature.length()];
    bytes.get(found);
    if (!new String(found, StandardCharsets.US_ASCII).equals(signature)) {
      throw damaged("there is no " + signature + " at byte " + address);
    }
    return bytes;
  }

  /** A name that ends with a zero. */
  String name(long address) throws IOException {
    check(address, 1);
    byte[] bytes = new byte[(int) Math.min(MAX_NAME + 1, file.size() - address)];
    at(address, bytes.length).get(bytes);
    for (int length = 0; length < bytes.length; length++) {
      if (bytes[length] == 0) {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
      }
    }
    throw overLimit("a name at byte " + address + " does not end");
  }

  /** Refuses what does not lie wholly in the file. */
  void check(long address, long count) throws DataException {
    if (address < 0 || count < 0 || count > file.size() || address > file.size() - count) {
      throw DataException.of(WeightsProblem.TRUNCATED, file.name(), file.size());
    }
  }

  /**
   * Keeps count of all objects, names and messages together. Each may lead to any other, again and
   * again: without a sum a small file could keep one busy for ever.
   */
  void count(int more) throws DataException {
    things += more;
    if (things > MAX_THINGS) {
      throw overLimit("its groups and arrays are more than " + MAX_THINGS + " things");
    }
  }

  DataException damaged(String why) {
    return DataException.of(WeightsProblem.DAMAGED, file.name(), why);
  }

  DataException overLimit(String why) {
    return DataException.of(WeightsProblem.OVER_LIMIT, file.name(), why);
  }

  DataException unsupported(String what) {
    return DataException.of(WeightsProblem.HDF5_UNUSUAL, file.name(), what);
  }
}
