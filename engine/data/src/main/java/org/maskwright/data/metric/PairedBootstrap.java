package org.maskwright.data.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How far the difference between two models hangs on which images happened to be asked: images are
 * drawn again and again with replacement, each with both of its answers. The same images in the
 * same order always give the same intervals.
 */
public final class PairedBootstrap {

  private static final int RESAMPLES = 2000;
  private static final double TAIL = 0.025;
  private static final long SEED = 20_150_608;

  private static final int TRUTH = 0;
  private static final int PREDICTED = 1;
  private static final int HITS = 2;
  private static final int COUNTS = 3;

  private final int classes;

  /** For every image: model, class, count, in this order. */
  private final List<long[]> images = new ArrayList<>();

  /**
   * What changed.
   *
   * @param classes of each class in order
   * @param mean of the mean over the classes that are anywhere
   */
  public record Result(List<Change> classes, Change mean) {
    public Result {
      classes = List.copyOf(classes);
    }
  }

  private PairedBootstrap(int classes) {
    this.classes = classes;
  }

  /** The IU of each class, and their mean, before and after. */
  public static Result of(List<PairedScores> images, int classes) {
    PairedBootstrap bootstrap = new PairedBootstrap(classes);
    images.forEach(bootstrap::add);
    return bootstrap.run();
  }

  private void add(PairedScores image) {
    if (image.classes() != classes) {
      throw new IllegalArgumentException(image.classes() + " instead of " + classes + " classes");
    }
    long[] counts = new long[2 * classes * COUNTS];
    put(image.before(), counts, 0);
    put(image.after(), counts, classes * COUNTS);
    images.add(counts);
  }

  private static void put(Scores scores, long[] counts, int from) {
    int at = from;
    for (ClassScore score : scores.classes()) {
      counts[at + TRUTH] = score.truthPixels();
      counts[at + PREDICTED] = score.predictedPixels();
      counts[at + HITS] = score.hits();
      at += COUNTS;
    }
  }

  private Result run() {
    long[] all = new long[2 * classes * COUNTS];
    images.forEach(counts -> add(counts, all));
    double[] before = measures(all, 0);
    double[] after = measures(all, 1);
    double[][] differences = resample();
    List<Change> changes = new ArrayList<>();
    for (int m = 0; m <= classes; m++) {
      changes.add(change(before[m], after[m], differences[m]));
    }
    return new Result(changes.subList(0, classes), changes.get(classes));
  }

  /** Differences of each measure, resample by resample. */
  private double[][] resample() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[][] differences = new double[classes + 1][RESAMPLES];
    long[] sum = new long[2 * classes * COUNTS];
    for (int r = 0; r < RESAMPLES; r++) {
      Arrays.fill(sum, 0);
      for (int i = 0; i < images.size(); i++) {
        add(images.get(random.nextInt(images.size())), sum);
      }
      double[] before = measures(sum, 0);
      double[] after = measures(sum, 1);
      for (int m = 0; m <= classes; m++) {
        differences[m][r] = after[m] - before[m];
      }
    }
    return differences;
  }

  private static void add(long[] counts, long[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += counts[i];
    }
  }

  /** The IU of each class by one of the models, and their mean behind them. */
  private double[] measures(long[] counts, int model) {
    double[] measures = new double[classes + 1];
    double sum = 0;
    int anywhere = 0;
    for (int c = 0; c < classes; c++) {
      int at = (model * classes + c) * COUNTS;
      long union = counts[at + TRUTH] + counts[at + PREDICTED] - counts[at + HITS];
      measures[c] = union == 0 ? Double.NaN : (double) counts[at + HITS] / union;
      sum += union == 0 ? 0 : measures[c];
      anywhere += union == 0 ? 0 : 1;
    }
    measures[classes] = anywhere == 0 ? Double.NaN : sum / anywhere;
    return measures;
  }

  private static Change change(double before, double after, double[] differences) {
    double[] known = Arrays.stream(differences).filter(Double::isFinite).sorted().toArray();
    // A class that most resamples miss has no interval worth the name.
    if (known.length < RESAMPLES / 2) {
      return new Change(before, after, Double.NaN, Double.NaN);
    }
    int cut = (int) (TAIL * known.length);
    return new Change(before, after, known[cut], known[known.length - 1 - cut]);
  }
}
