package org.maskwright.network.click;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.maskwright.data.label.MaskPng;

/** A folder of images and masks: a bright disk or bar on dark noise, one in each. */
public final class DrawnObjects {

  static final int SIDE = 80;

  private DrawnObjects() {}

  public static Path draw(Path folder, int count) throws IOException {
    Files.createDirectories(folder.resolve("images"));
    Files.createDirectories(folder.resolve("masks"));
    for (int i = 0; i < count; i++) {
      byte[] mask = mask(i);
      byte[] image = new byte[mask.length];
      Random noise = new Random(i);
      for (int p = 0; p < image.length; p++) {
        image[p] = (byte) ((mask[p] == 0 ? 40 : 170) + noise.nextInt(40));
      }
      write(folder.resolve("images").resolve(i + ".png"), image);
      write(folder.resolve("masks").resolve(i + ".png"), mask);
    }
    return folder;
  }

  private static byte[] mask(int index) {
    Random random = new Random(1000 + index);
    int x = 25 + random.nextInt(30);
    int y = 25 + random.nextInt(30);
    int radius = 12 + random.nextInt(8);
    byte[] mask = new byte[SIDE * SIDE];
    for (int i = 0; i < mask.length; i++) {
      int dx = Math.abs(i % SIDE - x);
      int dy = Math.abs(i / SIDE - y);
      boolean inside =
          index % 2 == 0 ? Math.hypot(dx, dy) < radius : dx < radius && dy < radius / 2;
      mask[i] = (byte) (inside ? 255 : 0);
    }
    return mask;
  }

  private static void write(Path file, byte[] greys) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      MaskPng.writeGrey(out, SIDE, SIDE, greys);
    }
  }
}
