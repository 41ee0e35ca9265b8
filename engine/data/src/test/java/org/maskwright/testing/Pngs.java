package org.maskwright.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds PNG files by hand, also such as no good writer would write. */
public final class Pngs {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private Pngs() {}

  /** A grey file of these rows, each of which starts with its filter. */
  public static byte[] grey(int width, int height, int depth, byte[] rows) {
    return file(header(width, height, depth, 0, 0), chunk("IDAT", deflate(rows)), end());
  }

  public static byte[] header(int width, int height, int depth, int colourType, int interlace) {
    ByteBuffer content = ByteBuffer.allocate(13).putInt(width).putInt(height);
    content.put((byte) depth).put((byte) colourType).put((byte) 0).put((byte) 0);
    return chunk("IHDR", content.put((byte) interlace).array());
  }

  public static byte[] end() {
    return chunk("IEND", new byte[0]);
  }

  public static byte[] file(byte[]... chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    for (byte[] chunk : chunks) {
      out.writeBytes(chunk);
    }
    return out.toByteArray();
  }

  public static byte[] chunk(String type, byte[] content) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
    return chunk.putInt(content.length).put(name).put(content).putInt((int) crc.getValue()).array();
  }

  public static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 12];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** Makes the sums right again, so that damage reaches the code behind the check of them. */
  public static byte[] repairSums(byte[] damaged) {
    byte[] file = damaged.clone();
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int at = SIGNATURE.length;
    while (at + 12 <= file.length) {
      long length = bytes.getInt(at) & 0xFFFFFFFFL;
      if (at + 12 + length > file.length) {
        break;
      }
      CRC32 crc = new CRC32();
      crc.update(file, at + 4, 4 + (int) length);
      bytes.putInt(at + 8 + (int) length, (int) crc.getValue());
      at += 12 + (int) length;
    }
    return file;
  }
}
