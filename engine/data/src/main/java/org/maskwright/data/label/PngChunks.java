package org.maskwright.data.label;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.maskwright.data.problem.DataException;

/** Walks through the chunks of a PNG file and checks each one's sum. */
final class PngChunks {

  private final InputStream in;
  private final String name;
  private final CRC32 crc = new CRC32();
  private String type = "";
  private long remaining;

  PngChunks(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  void checkSignature() throws IOException {
    byte[] start = in.readNBytes(PngWriter.SIGNATURE.length);
    if (!Arrays.equals(start, PngWriter.SIGNATURE)) {
      throw DataException.of(MaskPngProblem.NOT_PNG, name);
    }
  }

  /** Goes to the next chunk and returns its type. */
  String next() throws IOException {
    ByteBuffer head = ByteBuffer.wrap(exactly(8));
    remaining = head.getInt() & 0xFFFFFFFFL;
    byte[] typeBytes = new byte[4];
    head.get(typeBytes);
    type = new String(typeBytes, StandardCharsets.ISO_8859_1);
    if (!type.chars().allMatch(c -> c < 0x80 && Character.isLetter(c))) {
      throw corrupt("a chunk has no name");
    }
    if (remaining > Integer.MAX_VALUE) {
      throw corrupt("a chunk is longer than the format allows");
    }
    crc.reset();
    crc.update(typeBytes);
    if (remaining == 0) {
      finish();
    }
    return type;
  }

  String type() {
    return type;
  }

  /** The whole chunk, which must not be longer than this. */
  byte[] content(int limit) throws IOException {
    if (remaining > limit) {
      throw corrupt("a chunk is longer than its kind allows");
    }
    byte[] content = exactly((int) remaining);
    if (remaining > 0) {
      crc.update(content);
      remaining = 0;
      finish();
    }
    return content;
  }

  /** Reads on within the chunk; -1 at its end, when its sum has been checked. */
  int read(byte[] buffer, int offset, int length) throws IOException {
    if (remaining == 0) {
      return -1;
    }
    int count = in.read(buffer, offset, (int) Math.min(length, remaining));
    if (count < 0) {
      throw truncated();
    }
    crc.update(buffer, offset, count);
    remaining -= count;
    if (remaining == 0) {
      finish();
    }
    return count;
  }

  void skip() throws IOException {
    byte[] buffer = new byte[1 << 13];
    while (remaining > 0) {
      read(buffer, 0, buffer.length);
    }
  }

  private void finish() throws IOException {
    int stated = ByteBuffer.wrap(exactly(4)).getInt();
    if (stated != (int) crc.getValue()) {
      throw corrupt("the sum of a chunk is wrong");
    }
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw truncated();
    }
    return bytes;
  }

  DataException truncated() {
    return DataException.of(MaskPngProblem.TRUNCATED, name);
  }

  DataException corrupt(String what) {
    return DataException.of(MaskPngProblem.CORRUPT, name, what);
  }
}
