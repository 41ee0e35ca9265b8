package org.maskwright.network.train;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelMask;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.predict.InputImage;

/**
 * Cuts a varied square out of an example: colours interpolated, labels from the nearest pixel. What
 * lies outside the image is the mean colour, and nothing to learn.
 */
final class Augmenter {

  private final Augmentation settings;
  private final WorkingScale workingScale;
  private final Preprocessing preprocessing;

  Augmenter(Augmentation settings, WorkingScale workingScale, Preprocessing preprocessing) {
    this.settings = settings;
    this.workingScale = workingScale;
    this.preprocessing = preprocessing;
  }

  int side() {
    return settings.crop();
  }

  /** Writes one square into its place in a batch. */
  void cut(Example example, RandomGenerator random, float[] image, byte[] labels, int place) {
    double relative =
        settings.smallest()
            * Math.pow(settings.largest() / settings.smallest(), random.nextDouble());
    double scale = workingScale.of(example.width(), example.height());
    Pixels seen = scale < 1 ? InputImage.resized(example.image(), scale) : example.image();
    double across = (double) seen.width() / example.width();
    double down = (double) seen.height() / example.height();
    double step = 1 / (scale * relative);
    boolean mirrored = settings.mirror() && random.nextBoolean();
    double left = start(example.width(), step, random.nextDouble());
    double top = start(example.height(), step, random.nextDouble());
    ColourJitter jitter = ColourJitter.draw(settings.colour(), random);
    int side = settings.crop();
    float[] rgb = new float[3];
    for (int y = 0; y < side; y++) {
      double sourceY = top + (y + 0.5) * step;
      for (int x = 0; x < side; x++) {
        double sourceX = left + ((mirrored ? side - 1 - x : x) + 0.5) * step;
        int at = (place * side + y) * side + x;
        boolean inside =
            sourceX >= 0 && sourceY >= 0 && sourceX < example.width() && sourceY < example.height();
        if (!inside) {
          labels[at] = (byte) LabelMask.IGNORE;
          Arrays.fill(image, at * 3, at * 3 + 3, 0);
          continue;
        }
        labels[at] = example.labels()[((int) sourceY) * example.width() + (int) sourceX];
        sample(seen, sourceX * across - 0.5, sourceY * down - 0.5, rgb);
        jitter.apply(rgb);
        preprocessing.put(rgb, image, at * 3);
      }
    }
  }

  /** Where the square begins: anywhere inside, or so that a small image lies anywhere in it. */
  private double start(int size, double step, double draw) {
    return (size - settings.crop() * step) * draw;
  }

  private static void sample(Pixels seen, double x, double y, float[] rgb) {
    int[] source = seen.argb();
    int width = seen.width();
    int x0 = Math.max(0, (int) Math.floor(x));
    int y0 = Math.max(0, (int) Math.floor(y));
    int x1 = Math.min(width - 1, x0 + 1);
    int y1 = Math.min(seen.height() - 1, y0 + 1);
    float fx = (float) Math.max(0, x - x0);
    float fy = (float) Math.max(0, y - y0);
    int a = source[y0 * width + x0];
    int b = source[y0 * width + x1];
    int c = source[y1 * width + x0];
    int d = source[y1 * width + x1];
    for (int channel = 0; channel < 3; channel++) {
      int shift = 16 - 8 * channel;
      float upper = mix(a >> shift & 0xFF, b >> shift & 0xFF, fx);
      float lower = mix(c >> shift & 0xFF, d >> shift & 0xFF, fx);
      rgb[channel] = upper + (lower - upper) * fy;
    }
  }

  private static float mix(int a, int b, float fraction) {
    return a + (b - a) * fraction;
  }
}
