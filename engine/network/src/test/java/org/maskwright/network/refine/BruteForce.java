package org.maskwright.network.refine;

import org.maskwright.data.image.Pixels;

/** The same mean field over all pairs of pixels, as the formulas say it. */
final class BruteForce {

  private BruteForce() {}

  static float[] refine(Pixels image, float[] scores, int classes, CrfSettings settings) {
    double[][] near = kernel(image, settings.nearReach(), Double.POSITIVE_INFINITY);
    double[][] like = kernel(image, settings.likeReach(), settings.likeColour());
    double[] beliefs = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      beliefs[i] = scores[i];
    }
    softmax(beliefs, classes);
    for (int round = 0; round < settings.iterations(); round++) {
      double[] next = new double[scores.length];
      for (int i = 0; i < scores.length; i++) {
        double pull = 0;
        for (int other = 0; other < near.length; other++) {
          double weight =
              settings.nearWeight() * near[i / classes][other]
                  + settings.likeWeight() * like[i / classes][other];
          pull += weight * beliefs[other * classes + i % classes];
        }
        next[i] = scores[i] + pull;
      }
      softmax(next, classes);
      beliefs = next;
    }
    float[] result = new float[scores.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) beliefs[i];
    }
    return result;
  }

  private static double[][] kernel(Pixels image, double reach, double colour) {
    int count = image.width() * image.height();
    double[][] kernel = new double[count][count];
    double[] sums = new double[count];
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        double dx = (a % image.width() - b % image.width()) / reach;
        double dy = (a / image.width() - b / image.width()) / reach;
        double square = dx * dx + dy * dy;
        for (int shift = 0; shift <= 16; shift += 8) {
          int difference = (image.argb()[a] >> shift & 0xFF) - (image.argb()[b] >> shift & 0xFF);
          square += difference * difference / (colour * colour);
        }
        kernel[a][b] = Math.exp(-square / 2);
        sums[a] += kernel[a][b];
      }
    }
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        kernel[a][b] /= Math.sqrt(sums[a] * sums[b]);
      }
    }
    return kernel;
  }

  private static void softmax(double[] values, int classes) {
    for (int at = 0; at < values.length; at += classes) {
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        values[at + c] = Math.exp(values[at + c]);
        sum += values[at + c];
      }
      for (int c = 0; c < classes; c++) {
        values[at + c] /= sum;
      }
    }
  }
}
