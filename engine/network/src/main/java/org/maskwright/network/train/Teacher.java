package org.maskwright.network.train;

import org.jspecify.annotations.Nullable;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What another network says about the same pixels: probabilities, laid out as the scores are.
 *
 * @param share how much of the truth its opinion replaces
 */
public record Teacher(@Nullable INDArray probabilities, float share) {

  public static final Teacher NONE = new Teacher(null, 0);

  float @Nullable [] read(long at, int length) {
    if (probabilities == null || share == 0) {
      return null;
    }
    float[] opinion = new float[length];
    Floats.read(probabilities, at, opinion, length);
    return opinion;
  }
}
