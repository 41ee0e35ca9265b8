package org.maskwright.data.label;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Grey PNG files of 16 bits, whose pixels are numbers such as those of objects: for what does not
 * fit a mask. The codec is that of {@link MaskPng}.
 */
public final class NumberPng {

  private NumberPng() {}

  /** Writes row by row. The same numbers always give the same bytes. The stream stays open. */
  public static void write(OutputStream out, NumberImage image) throws IOException {
    char[] numbers = image.numbers();
    byte[] samples = new byte[Math.multiplyExact(2, numbers.length)];
    for (int i = 0; i < numbers.length; i++) {
      samples[2 * i] = (byte) (numbers[i] >> 8);
      samples[2 * i + 1] = (byte) numbers[i];
    }
    PngWriter.write(out, new PngSamples(image.width(), image.height(), 2, samples, new int[0]));
  }

  /**
   * Reads a file of 16 bits or fewer, whose every byte is checked; it is expected to be hostile.
   */
  public static NumberImage read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      PngSamples read = new PngReader(in, Files.size(file), file.toString(), 16).read();
      byte[] samples = read.samples();
      int bytes = read.bytesEach();
      char[] numbers = new char[samples.length / bytes];
      for (int i = 0; i < numbers.length; i++) {
        int high = bytes == 2 ? (samples[2 * i] & 0xFF) << 8 : 0;
        numbers[i] = (char) (high | samples[bytes * i + bytes - 1] & 0xFF);
      }
      return new NumberImage(read.width(), read.height(), numbers);
    }
  }
}
