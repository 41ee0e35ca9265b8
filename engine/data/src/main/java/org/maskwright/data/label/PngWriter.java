package org.maskwright.data.label;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes an indexed or grey PNG of 8 bits, or a grey one of 16, a row at a time. */
final class PngWriter {

  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  static final int GREY = 0;
  static final int INDEXED = 3;

  private static final int CHUNK = 1 << 16;

  /** Every row says what changed since the one above it: in a mask, nearly nothing. */
  private static final byte FILTER_UP = 2;

  private final OutputStream out;

  private PngWriter(OutputStream out) {
    this.out = out;
  }

  static void write(OutputStream out, PngSamples image) throws IOException {
    PngWriter writer = new PngWriter(out);
    out.write(SIGNATURE);
    writer.header(image);
    if (!image.isGrey()) {
      writer.palette(image.palette());
    }
    writer.pixels(image);
    writer.chunk("IEND", new byte[0], 0);
  }

  private void header(PngSamples image) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(image.width()).putInt(image.height());
    header.put((byte) (8 * image.bytesEach())).put((byte) (image.isGrey() ? GREY : INDEXED));
    chunk("IHDR", header.array(), header.capacity());
  }

  private void palette(int[] palette) throws IOException {
    ByteBuffer colours = ByteBuffer.allocate(3 * palette.length);
    for (int rgb : palette) {
      colours.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
    }
    chunk("PLTE", colours.array(), colours.capacity());
  }

  private void pixels(PngSamples image) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      int bytes = image.width() * image.bytesEach();
      byte[] samples = image.samples();
      byte[] row = new byte[1 + bytes];
      byte[] packed = new byte[CHUNK];
      int filled = 0;
      for (int y = 0; y < image.height(); y++) {
        filter(samples, y * bytes, bytes, row);
        deflater.setInput(row);
        filled = drain(deflater, packed, filled);
      }
      deflater.finish();
      filled = drain(deflater, packed, filled);
      chunk("IDAT", packed, filled);
    } finally {
      deflater.end();
    }
  }

  private static void filter(byte[] samples, int start, int bytes, byte[] row) {
    if (start == 0) {
      row[0] = 0;
      System.arraycopy(samples, 0, row, 1, bytes);
      return;
    }
    row[0] = FILTER_UP;
    int above = start - bytes;
    for (int i = 0; i < bytes; i++) {
      row[1 + i] = (byte) (samples[start + i] - samples[above + i]);
    }
  }

  /** Takes what the deflater has to give; writes chunks that are full. */
  private int drain(Deflater deflater, byte[] packed, int filledBefore) throws IOException {
    int filled = filledBefore;
    while (true) {
      int count = deflater.deflate(packed, filled, packed.length - filled);
      filled += count;
      if (filled == packed.length) {
        chunk("IDAT", packed, filled);
        filled = 0;
      } else if (count == 0 || deflater.finished()) {
        return filled;
      }
    }
  }

  private void chunk(String type, byte[] data, int length) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data, 0, length);
    out.write(ByteBuffer.allocate(8).putInt(length).put(name).array());
    out.write(data, 0, length);
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
