package org.maskwright.network.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/**
 * How often each class occurs: in pixels and in images. Says how to weigh classes in the loss, and
 * images in the draw.
 */
public final class ClassCensus {

  private final long[] pixels;
  private final int[] images;

  /** All pixels of the images that have the class. */
  private final long[] pixelsOfImages;

  private final List<boolean[]> presence = new ArrayList<>();
  private int longestSide;

  private ClassCensus(int classes) {
    pixels = new long[classes];
    images = new int[classes];
    pixelsOfImages = new long[classes];
  }

  /**
   * Reads every mask once. One that cannot be read counts as having no class at all.
   *
   * @param what the examples are, for the message that there is nothing in them
   */
  public static ClassCensus of(
      TrainingExamples examples, int classes, String what, Progress progress) throws IOException {
    ClassCensus census = new ClassCensus(classes);
    for (int i = 0; i < examples.size(); i++) {
      progress.checkCancelled();
      readable(examples, i).ifPresentOrElse(census::add, census::addUnreadable);
      progress.report("census", i + 1, examples.size());
    }
    if (Arrays.stream(census.pixels).sum() == 0) {
      throw DataException.of(TrainingProblem.NO_EXAMPLES, what);
    }
    return census;
  }

  private static Optional<IndexedImage> readable(TrainingExamples examples, int index)
      throws DataException {
    try {
      return Optional.of(examples.labels(index));
    } catch (DataException e) {
      if (TrainingProblem.isOfClasses(e)) {
        throw e;
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void addUnreadable() {
    presence.add(new boolean[pixels.length]);
  }

  private void add(IndexedImage mask) {
    longestSide = Math.max(longestSide, Math.max(mask.width(), mask.height()));
    byte[] labels = mask.indices();
    long[] counts = new long[256];
    for (byte label : labels) {
      counts[label & 0xFF]++;
    }
    long labelled = labels.length - counts[LabelMask.IGNORE];
    boolean[] present = new boolean[pixels.length];
    for (int c = 0; c < pixels.length; c++) {
      present[c] = counts[c] > 0;
      pixels[c] += counts[c];
      images[c] += present[c] ? 1 : 0;
      pixelsOfImages[c] += present[c] ? labelled : 0;
    }
    presence.add(present);
  }

  /** Of all images, whose masks are as large as they are. */
  public int longestSide() {
    return longestSide;
  }

  /** Weights for the loss; classes that never occur weigh nothing and need no weight. */
  public float[] weights(ClassWeighting weighting) {
    double[] weights = new double[pixels.length];
    double[] frequencies = new double[pixels.length];
    long all = Arrays.stream(pixels).sum();
    for (int c = 0; c < pixels.length; c++) {
      long of = weighting == ClassWeighting.INVERSE ? all : pixelsOfImages[c];
      frequencies[c] = pixels[c] == 0 ? 0 : (double) pixels[c] / of;
    }
    double[] occurring = Arrays.stream(frequencies).filter(f -> f > 0).sorted().toArray();
    double scale =
        weighting == ClassWeighting.INVERSE
            ? occurring.length / Arrays.stream(occurring).map(f -> 1 / f).sum()
            : median(occurring);
    for (int c = 0; c < pixels.length; c++) {
      weights[c] = frequencies[c] == 0 ? 0 : scale / frequencies[c];
    }
    float[] narrow = new float[weights.length];
    for (int c = 0; c < narrow.length; c++) {
      narrow[c] = weighting == ClassWeighting.NONE ? 1 : (float) weights[c];
    }
    return narrow;
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * How likely each image is to be drawn: by its rarest class.
   *
   * @param strength 0 for all alike, 1 for every class as often as any other
   */
  public double[] drawWeights(double strength) {
    return presence.stream().mapToDouble(p -> drawWeight(p, strength)).toArray();
  }

  private double drawWeight(boolean[] present, double strength) {
    double greatest = 0;
    for (int c = 0; c < present.length; c++) {
      if (present[c]) {
        greatest = Math.max(greatest, Math.pow((double) presence.size() / images[c], strength));
      }
    }
    return greatest;
  }
}
