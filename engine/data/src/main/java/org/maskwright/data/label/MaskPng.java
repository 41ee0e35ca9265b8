package org.maskwright.data.label;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one codec of masks: PNG files whose pixels are indices. Image libraries turn an index into a
 * colour on reading, and a colour is where classes get lost, so none of them is asked.
 */
public final class MaskPng {

  private MaskPng() {}

  /** Writes labels with the VOC palette, all 256 entries of it. */
  public static void write(OutputStream out, int width, int height, byte[] labels)
      throws IOException {
    write(out, new IndexedImage(width, height, labels, Palette.voc()));
  }

  /** Writes numbers that have no colour, such as provenance codes, as 8-bit grey. */
  public static void writeGrey(OutputStream out, int width, int height, byte[] values)
      throws IOException {
    write(out, new IndexedImage(width, height, values, new int[0]));
  }

  /** Writes row by row. The same image always gives the same bytes. The stream stays open. */
  public static void write(OutputStream out, IndexedImage image) throws IOException {
    PngWriter.write(
        out, new PngSamples(image.width(), image.height(), 1, image.indices(), image.palette()));
  }

  /** Reads a file, whose every byte is checked; it is expected to be hostile. */
  public static IndexedImage read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, Files.size(file), file.toString());
    }
  }

  /** Reads a file that is in memory already; the name is for messages. */
  public static IndexedImage read(byte[] file, String name) throws IOException {
    return read(new ByteArrayInputStream(file), file.length, name);
  }

  /**
   * Reads a file from a stream.
   *
   * @param length how long the file is; a header that claims more pixels than so many bytes can
   *     hold is refused before anything is allocated
   */
  public static IndexedImage read(InputStream in, long length, String name) throws IOException {
    PngSamples read = new PngReader(in, length, name, 8).read();
    return new IndexedImage(read.width(), read.height(), read.samples(), read.palette());
  }
}
