package org.maskwright.network.train;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What another network says about the same pixels: probabilities, laid out as the scores are. About
 * pixels of a class that it does not know it has no opinion.
 *
 * @param share how much of the truth its opinion replaces
 * @param unknown classes that it does not know
 */
public record Teacher(@Nullable INDArray probabilities, float share, Set<Integer> unknown) {

  public static final Teacher NONE = new Teacher(null, 0, Set.of());

  /** How much of that truth its opinion replaces. */
  float shareOf(int truth) {
    return unknown.contains(truth) ? 0 : share;
  }

  float @Nullable [] read(long at, int length) {
    if (probabilities == null || share == 0) {
      return null;
    }
    float[] opinion = new float[length];
    Floats.read(probabilities, at, opinion, length);
    return opinion;
  }
}
