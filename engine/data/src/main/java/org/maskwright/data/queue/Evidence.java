package org.maskwright.data.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * What the answers of a model's variants tell about an image without anybody looking at it. It
 * depends on nothing but image and model, so that it can be kept whatever a person says later about
 * what the model's classes are in the project: {@link Disputed} asks it with that in mind.
 *
 * @param model the hash of the model's file
 * @param variants how many gave an answer
 * @param shares for each class of the model, how much of the image the finest variant gives it
 * @param disputes which classes were said of the same pixels, the most pixels first; what only a
 *     few pixels have is left out
 * @param unsure how unsure the least sure tenth of the pixels is, 0 to 1
 * @param look the image's {@link Look}
 */
public record Evidence(
    String model,
    int variants,
    List<Double> shares,
    List<Dispute> disputes,
    double unsure,
    long look) {

  /** So many disputes say all that there is to say about an image. */
  static final int MOST_DISPUTES = 32;

  private static final int VALUES = 256;
  private static final int TENTH = 10;

  public Evidence {
    shares = List.copyOf(shares);
    disputes = List.copyOf(disputes);
    int classes = shares.size();
    if (disputes.stream().anyMatch(d -> d.classes().stream().anyMatch(c -> c >= classes))) {
      throw new IllegalArgumentException("a dispute about more than " + classes + " classes");
    }
  }

  /**
   * Pixels about which the variants do not agree.
   *
   * @param classes what they say, each class once, the smallest number first
   * @param share how much of the image these pixels are
   */
  public record Dispute(List<Integer> classes, double share) {

    public Dispute {
      classes = List.copyOf(classes);
      if (classes.size() < 2) {
        throw new IllegalArgumentException("a dispute about " + classes);
      }
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
    byte[] finest = variants.get(variants.size() - 1);
    return new Evidence(
        model,
        variants.size(),
        shares(finest, classes),
        new DisputeCount(variants, classes).most(MOST_DISPUTES),
        leastSure(entropy),
        look);
  }

  private static List<Double> shares(byte[] finest, int classes) {
    long[] counts = new long[VALUES];
    for (byte label : finest) {
      counts[label & 0xFF]++;
    }
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      shares.add((double) counts[i] / finest.length);
    }
    return shares;
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
}
