package org.maskwright.data.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * What the answers of a model's variants tell about an image without anybody looking at it. It
 * depends on nothing but image and model, so that it can be kept.
 *
 * @param model the hash of the model's file
 * @param shares for each class of the model, how much of the image the finest variant gives it
 * @param disputes for each class, how much of the image is disputed with it as one of the answers
 * @param disputed how much of the image the variants do not agree about
 * @param unsure how unsure the least sure tenth of the pixels is, 0 to 1
 * @param look the image's {@link Look}
 */
public record Evidence(
    String model,
    List<Double> shares,
    List<Double> disputes,
    double disputed,
    double unsure,
    long look) {

  private static final int VALUES = 256;
  private static final int TENTH = 10;

  public Evidence {
    shares = List.copyOf(shares);
    disputes = List.copyOf(disputes);
    if (shares.size() != disputes.size()) {
      throw new IllegalArgumentException(shares.size() + " shares, not " + disputes.size());
    }
  }

  /**
   * Looks at the answers.
   *
   * @param classes how many the model has
   * @param variants the classes that each variant gives, coarse to fine, at least one
   * @param entropy of the finest, 0 to 255
   */
  public static Evidence of(
      String model, int classes, List<byte[]> variants, byte[] entropy, long look) {
    Count count = new Count(variants);
    double pixels = entropy.length;
    return new Evidence(
        model,
        count.shares(count.finest, classes, pixels),
        count.shares(count.disputes, classes, pixels),
        count.disputed / pixels,
        leastSure(entropy),
        look);
  }

  private static double leastSure(byte[] entropy) {
    long[] histogram = new long[VALUES];
    for (byte value : entropy) {
      histogram[value & 0xFF]++;
    }
    long wanted = Math.max(1, entropy.length / TENTH);
    double sum = 0;
    long left = wanted;
    for (int value = VALUES - 1; value >= 0 && left > 0; value--) {
      long taken = Math.min(left, histogram[value]);
      sum += (double) taken * value;
      left -= taken;
    }
    return sum / wanted / (VALUES - 1);
  }

  /** Sums over the pixels. */
  private static final class Count {

    private final double[] finest = new double[VALUES];
    private final double[] disputes = new double[VALUES];
    private double disputed;

    Count(List<byte[]> variants) {
      int last = variants.size() - 1;
      byte[] fine = variants.get(last);
      int[] said = new int[variants.size()];
      for (int i = 0; i < fine.length; i++) {
        finest[fine[i] & 0xFF]++;
        int different = 0;
        for (byte[] variant : variants) {
          int label = variant[i] & 0xFF;
          if (!contains(said, different, label)) {
            said[different++] = label;
          }
        }
        if (different > 1) {
          double degree = (different - 1.0) / last;
          disputed += degree;
          for (int n = 0; n < different; n++) {
            disputes[said[n]] += degree;
          }
        }
      }
    }

    private static boolean contains(int[] labels, int count, int label) {
      for (int i = 0; i < count; i++) {
        if (labels[i] == label) {
          return true;
        }
      }
      return false;
    }

    List<Double> shares(double[] sums, int classes, double pixels) {
      List<Double> shares = new ArrayList<>();
      for (int i = 0; i < classes; i++) {
        shares.add(sums[i] / pixels);
      }
      return shares;
    }
  }
}
