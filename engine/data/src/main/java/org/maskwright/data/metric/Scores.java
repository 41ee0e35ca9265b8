package org.maskwright.data.metric;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The measures of the FCN paper, from 0 to 1; NaN where there was nothing to measure.
 *
 * @param total pixels that counted
 */
public record Scores(long total, List<ClassScore> classes) {

  public Scores {
    classes = List.copyOf(classes);
  }

  public static Scores of(ConfusionMatrix matrix) {
    return new Scores(
        matrix.total(),
        IntStream.range(0, matrix.classes())
            .mapToObj(
                c ->
                    new ClassScore(
                        c, matrix.truthPixels(c), matrix.predictedPixels(c), matrix.count(c, c)))
            .toList());
  }

  public double pixelAccuracy() {
    return (double) classes.stream().mapToLong(ClassScore::hits).sum() / total;
  }

  /** Over the classes that the truth has. */
  public double meanAccuracy() {
    return mean(classes.stream().filter(ClassScore::isInTruth).toList(), ClassScore::accuracy);
  }

  /** Over the classes that truth or prediction has; the absent are dropped. */
  public double meanIu() {
    return mean(classes.stream().filter(ClassScore::isAnywhere).toList(), ClassScore::iu);
  }

  /** The plain mean of VOC's development kit: undefined when a class is nowhere. */
  public double vocMeanIu() {
    return mean(classes, ClassScore::iu);
  }

  /** Each class's IU, weighted by its share of the truth. */
  public double frequencyWeightedIu() {
    double weighted =
        classes.stream()
            .filter(ClassScore::isInTruth)
            .mapToDouble(c -> c.truthPixels() * c.iu())
            .sum();
    return weighted / total;
  }

  private static double mean(List<ClassScore> of, ToDoubleFunction<ClassScore> measure) {
    return of.stream().mapToDouble(measure).average().orElse(Double.NaN);
  }
}
