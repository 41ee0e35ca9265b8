package org.maskwright.network.bench;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.task.Progress;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.refine.DenseCrf;
import org.maskwright.network.weights.model.LoadedModel;

/**
 * How long a dense CRF takes on a photo. Scores are drawn at random for cells of 32 pixels, so that
 * every class is possible somewhere and none can be left out, which a network's scores mostly
 * allow.
 *
 * @param processorMilliseconds of all cores together, the least of all repeats
 */
public record CrfTiming(
    int classes,
    int iterations,
    double medianMilliseconds,
    double bestMilliseconds,
    double processorMilliseconds) {

  private static final int WARM_UP = 5;
  private static final int CELL = 32;
  private static final float SPREAD = 3;

  /** Refines so many times, with the settings of the model. */
  public static CrfTiming of(LoadedModel model, Pixels photo, int repeats, Progress progress) {
    CrfSettings settings = model.description().refinement().orElse(CrfSettings.DEFAULT);
    int classes = model.description().labels().size();
    float[] scores = scores(photo, classes);
    double[] wall = new double[repeats];
    double[] processor = new double[repeats];
    for (int i = -WARM_UP; i < repeats; i++) {
      long begin = System.nanoTime();
      long used = ProcessorTime.nanos();
      new DenseCrf(photo, settings).refine(scores, classes, progress);
      if (i >= 0) {
        wall[i] = (System.nanoTime() - begin) / 1e6;
        processor[i] = (ProcessorTime.nanos() - used) / 1e6;
      }
    }
    Arrays.sort(wall);
    double least = DoubleStream.of(processor).min().orElse(0);
    return new CrfTiming(classes, settings.iterations(), wall[repeats / 2], wall[0], least);
  }

  private static float[] scores(Pixels photo, int classes) {
    float[] scores = new float[photo.width() * photo.height() * classes];
    for (int y = 0; y < photo.height(); y++) {
      for (int x = 0; x < photo.width(); x++) {
        Random cell = new Random(y / CELL * 1000L + x / CELL);
        for (int c = 0; c < classes; c++) {
          scores[(y * photo.width() + x) * classes + c] = SPREAD * (float) cell.nextGaussian();
        }
      }
    }
    return scores;
  }
}
