package org.maskwright.network.architecture;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Numbers between -1 and 1 that any language can compute: weights and images that two programs can
 * agree on without a file between them.
 */
public final class SeedFormula {

  private static final long MASK = 0xFFFFFFFFL;

  private SeedFormula() {}

  /** The number of that index in the row of that key. */
  public static double at(long index, long key) {
    long s = (index * 2654435761L + key * 40503L + 12345L) & MASK;
    s ^= s >>> 15;
    s = (s * 2246822519L) & MASK;
    s ^= s >>> 13;
    return s / 4294967296.0 * 2 - 1;
  }

  public static long key(String name) {
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.UTF_8));
    return crc.getValue() & 0xFFFF;
  }

  public static float[] image(int height, int width) {
    float[] image = new float[height * width * 3];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) at(i, 99);
    }
    return image;
  }

  /** Labels 0 to classes - 1 and 255, in a pattern of small tiles. */
  public static byte[] labels(int height, int width, int classes) {
    byte[] labels = new byte[height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int tile = (y / 5 * 3 + x / 7) % (classes + 1);
        labels[y * width + x] = (byte) (tile == classes ? 255 : tile);
      }
    }
    return labels;
  }

  /** Fills every parameter of a network, uniformly and with He's variance. */
  public static void fill(FcnNetwork network) {
    for (NamedParameter parameter : network.parameters()) {
      long perFilter = parameter.count() / parameter.shape().get(0);
      double scale = parameter.isBias() ? 0.1 : Math.sqrt(6.0 / perFilter);
      float[] values = new float[Math.toIntExact(parameter.count())];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (at(i, key(parameter.name())) * scale);
      }
      parameter.write(0, values, values.length);
    }
  }
}
