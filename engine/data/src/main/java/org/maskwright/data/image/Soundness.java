package org.maskwright.data.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.image.header.ImageFormat;
import org.maskwright.data.image.header.ImageHeader;

/**
 * Looks over the bytes of a file before they go to a decoder. Decoders fill what is missing with
 * grey and say nothing: a half-copied photograph would become training data.
 */
final class Soundness {

  private static final int SIGNATURE = 8;
  private static final int END_OF_IMAGE = 0xD9;

  private Soundness() {}

  /** Fills a buffer, which has room for the whole file, with what the decoder shall see. */
  static void fill(FileBytes file, ImageHeader header, ByteBuffer into) throws IOException {
    if (header.format() == ImageFormat.PNG) {
      fillPng(file, into);
      into.flip();
      return;
    }
    file.read(0, into);
    into.flip().order(ByteOrder.BIG_ENDIAN);
    boolean whole =
        switch (header.format()) {
          case JPEG -> reachesEndOfJpeg(into);
          case GIF -> reachesEndOfGifPicture(into);
          case BMP -> holdsAllRowsOfBmp(into, header);
          default -> true;
        };
    if (!whole) {
      throw file.problem(ImageProblem.TRUNCATED);
    }
  }

  /**
   * Copies the chunks that hold the picture, and only those whose checksum is right. The others
   * could turn it, animate it or change its colours, and OpenCV would do so with some modes only.
   */
  private static void fillPng(FileBytes file, ByteBuffer into) throws IOException {
    into.put(file.bytes(0, SIGNATURE));
    CRC32 checksum = new CRC32();
    long at = SIGNATURE;
    boolean last = false;
    while (!last) {
      long length = file.u32(at, ByteOrder.BIG_ENDIAN);
      last = file.has(at + 4, "IEND");
      if (last || isPicture(file, at + 4)) {
        file.require(at, length + 12);
        int start = into.position();
        into.limit((int) (start + length + 12));
        file.read(at, into);
        into.limit(into.capacity());
        checksum.reset();
        checksum.update(into.duplicate().position(start + 4).limit((int) (start + 8 + length)));
        if (checksum.getValue() != file.u32(at + 8 + length, ByteOrder.BIG_ENDIAN)) {
          throw file.problem(ImageProblem.CORRUPT, "a checksum is wrong");
        }
      }
      at += length + 12;
    }
  }

  private static boolean isPicture(FileBytes file, long type) throws IOException {
    return file.has(type, "IDAT")
        || file.has(type, "IHDR")
        || file.has(type, "PLTE")
        || file.has(type, "tRNS");
  }

  private static boolean reachesEndOfJpeg(ByteBuffer bytes) {
    int at = 2;
    while (at + 1 < bytes.limit()) {
      if (bytes.get(at) != (byte) 0xFF || isInsideScan(bytes.get(at + 1))) {
        at++;
      } else if ((bytes.get(at + 1) & 0xFF) == END_OF_IMAGE) {
        return true;
      } else {
        int length = at + 3 < bytes.limit() ? bytes.getShort(at + 2) & 0xFFFF : 2;
        at += 2 + length;
      }
    }
    return false;
  }

  /** Stuffed zeros, restarts and fill bytes belong to the scan around them. */
  private static boolean isInsideScan(byte marker) {
    int value = marker & 0xFF;
    return value == 0 || value == 0xFF || (value >= 0xD0 && value <= 0xD7);
  }

  private static boolean reachesEndOfGifPicture(ByteBuffer bytes) {
    int at = 13 + colourTable(bytes.get(10));
    while (at < bytes.limit() && bytes.get(at) == '!') {
      at = afterSubBlocks(bytes, at + 2);
    }
    if (at + 10 >= bytes.limit()) {
      return false;
    }
    return afterSubBlocks(bytes, at + 11 + colourTable(bytes.get(at + 9))) <= bytes.limit();
  }

  private static int colourTable(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static int afterSubBlocks(ByteBuffer bytes, int start) {
    int at = start;
    while (at < bytes.limit() && bytes.get(at) != 0) {
      at += 1 + (bytes.get(at) & 0xFF);
    }
    return at + 1;
  }

  private static boolean holdsAllRowsOfBmp(ByteBuffer bytes, ImageHeader header) {
    ByteBuffer little = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    boolean old = little.getInt(14) == 12;
    int bits = little.getShort(old ? 24 : 28);
    boolean runLengths = !old && (little.getInt(30) == 1 || little.getInt(30) == 2);
    long row = ((long) header.storedWidth() * bits + 31) / 32 * 4;
    long needed = runLengths ? 0 : row * header.storedHeight();
    return Integer.toUnsignedLong(little.getInt(10)) + needed <= bytes.limit();
  }
}
