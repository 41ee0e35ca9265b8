package org.maskwright.data.label;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.maskwright.data.problem.DataException;

/** Reads the numbers in a palette or grey PNG of 1, 2, 4, 8 or 16 bits, interlaced or not. */
final class PngReader {

  /** Deflate cannot pack tighter than this, so a shorter file cannot hold what it claims. */
  private static final long BEST_RATIO = 1032;

  /** How Adam7 spreads pixels: first column, first row, column step, row step of each pass. */
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private static final int[][] PLAIN = {{0, 0, 1, 1}};

  private final PngChunks chunks;
  private final long length;
  private final String name;
  private final int maxDepth;

  private int width;
  private int height;
  private int depth;
  private int colourType;
  private boolean interlaced;
  private int[] palette = {};

  /**
   * A reader of one file.
   *
   * @param maxDepth 8 or 16: how many bits the caller has room for
   */
  PngReader(InputStream in, long length, String name, int maxDepth) {
    this.maxDepth = maxDepth;
    this.chunks = new PngChunks(in, name);
    this.length = length;
    this.name = name;
  }

  PngSamples read() throws IOException {
    chunks.checkSignature();
    readHeader();
    findPixels();
    byte[] samples = readPixels();
    while (!chunks.type().equals("IEND")) {
      chunks.skip();
      chunks.next();
    }
    return new PngSamples(width, height, bytesEach(), samples, palette);
  }

  private int bytesEach() {
    return depth == 16 ? 2 : 1;
  }

  private void readHeader() throws IOException {
    if (!chunks.next().equals("IHDR")) {
      throw chunks.corrupt("it does not start with a header");
    }
    byte[] content = chunks.content(13);
    if (content.length != 13) {
      throw chunks.corrupt("the header is too short");
    }
    ByteBuffer header = ByteBuffer.wrap(content);
    width = header.getInt();
    height = header.getInt();
    depth = header.get();
    colourType = header.get();
    int compressionAndFilter = header.getShort();
    int interlace = header.get();
    if (width <= 0 || height <= 0 || compressionAndFilter != 0 || interlace < 0 || interlace > 1) {
      throw chunks.corrupt("the header makes no sense");
    }
    interlaced = interlace == 1;
    checkKind();
    checkSize();
  }

  private void checkKind() throws DataException {
    if (colourType == 2 || colourType == 4 || colourType == 6) {
      throw DataException.of(MaskPngProblem.COLOURS, name);
    }
    boolean wide = colourType == PngWriter.GREY && depth == 16;
    if (wide && maxDepth < depth) {
      throw DataException.of(MaskPngProblem.SIXTEEN_BIT, name);
    }
    boolean knownType = colourType == PngWriter.GREY || colourType == PngWriter.INDEXED;
    boolean knownDepth = wide || (depth >= 1 && depth <= 8 && Integer.bitCount(depth) == 1);
    if (!knownType || !knownDepth) {
      throw chunks.corrupt("the header makes no sense");
    }
  }

  private void checkSize() throws DataException {
    long pixels = (long) width * height;
    long limit = Math.min(LabelMask.MAX_PIXELS, Runtime.getRuntime().maxMemory() / 4);
    limit /= bytesEach();
    if (pixels > limit) {
      throw DataException.of(MaskPngProblem.TOO_LARGE, name, width, height, limit);
    }
    if (pixels * depth / 8 / BEST_RATIO > length) {
      throw chunks.truncated();
    }
  }

  private void findPixels() throws IOException {
    while (!chunks.next().equals("IDAT")) {
      switch (chunks.type()) {
        case "PLTE" -> readPalette(chunks.content(3 * 256));
        case "IEND" -> throw chunks.corrupt("it has no pixels");
        default -> chunks.skip();
      }
    }
    if (colourType == PngWriter.INDEXED && palette.length == 0) {
      throw chunks.corrupt("it has no palette");
    }
  }

  private void readPalette(byte[] colours) throws DataException {
    if (colours.length == 0 || colours.length % 3 != 0) {
      throw chunks.corrupt("its palette makes no sense");
    }
    if (colourType == PngWriter.GREY) {
      return;
    }
    palette = new int[colours.length / 3];
    for (int i = 0; i < palette.length; i++) {
      palette[i] =
          (colours[3 * i] & 0xFF) << 16
              | (colours[3 * i + 1] & 0xFF) << 8
              | (colours[3 * i + 2] & 0xFF);
    }
  }

  private byte[] readPixels() throws IOException {
    byte[] samples = new byte[width * height * bytesEach()];
    Inflater inflater = new Inflater();
    try (InputStream rows = new InflaterInputStream(new PixelData(), inflater, 1 << 16)) {
      for (int[] pass : interlaced ? ADAM7 : PLAIN) {
        readPass(rows, pass, samples);
      }
    } catch (ZipException e) {
      throw new DataException(chunks.corrupt("its pixels do not unpack").problem(), e);
    } catch (EOFException e) {
      throw new DataException(chunks.truncated().problem(), e);
    } finally {
      inflater.end();
    }
    return samples;
  }

  private void readPass(InputStream rows, int[] pass, byte[] samples) throws IOException {
    int columns = steps(width - pass[0], pass[2]);
    int lines = steps(height - pass[1], pass[3]);
    if (columns == 0 || lines == 0) {
      return;
    }
    PngRow row = new PngRow(columns, depth);
    for (int line = 0; line < lines; line++) {
      if (!row.read(rows)) {
        throw chunks.truncated();
      }
      if (!row.unfilter()) {
        throw chunks.corrupt("a row has an unknown filter");
      }
      row.unpack(samples, (pass[1] + line * pass[3]) * width + pass[0], pass[2]);
    }
  }

  private static int steps(int extent, int step) {
    return extent <= 0 ? 0 : (extent - 1) / step + 1;
  }

  /** The content of all pixel chunks, end to end. */
  private final class PixelData extends InputStream {

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
      while (chunks.type().equals("IDAT")) {
        int got = chunks.read(buffer, offset, count);
        if (got >= 0) {
          return got;
        }
        chunks.next();
      }
      return -1;
    }
  }
}
