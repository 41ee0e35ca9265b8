package org.maskwright.network.bench;

import java.util.Arrays;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.task.Progress;
import org.maskwright.network.predict.Predictor;

/** Times a model on a photo as the window asks it: all variants, from pixels to classes. */
public final class PhotoTiming {

  /** Java compiles what runs often; a measurement begins when that is done. */
  private static final int WARM_UP = 5;

  private PhotoTiming() {}

  /** The median of so many predictions, in milliseconds. */
  public static double median(Predictor predictor, Pixels photo, int repeats, Progress progress) {
    double[] times = new double[repeats];
    for (int i = -WARM_UP; i < repeats; i++) {
      progress.checkCancelled();
      long begin = System.nanoTime();
      predictor.predict(photo);
      if (i >= 0) {
        times[i] = (System.nanoTime() - begin) / 1e6;
      }
    }
    Arrays.sort(times);
    return times[repeats / 2];
  }
}
