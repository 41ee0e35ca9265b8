package org.maskwright.network.weights.model;

import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.weights.HalfFloat;
import org.maskwright.network.weights.Magnitude;

/**
 * What one look at a parameter's numbers tells: are they numbers, and how many bits do they need.
 */
final class Survey {

  private static final int BLOCK = 1 << 16;

  private boolean half = true;
  private float largest;

  Survey(NamedParameter parameter) {
    float[] block = new float[(int) Math.min(BLOCK, parameter.count())];
    for (long at = 0; at < parameter.count(); at += BLOCK) {
      int length = (int) Math.min(BLOCK, parameter.count() - at);
      parameter.read(at, block, length);
      largest = Math.max(largest, Magnitude.largest(block, length));
      half = half && allHalf(block, length);
    }
  }

  private static boolean allHalf(float[] block, int length) {
    for (int i = 0; i < length; i++) {
      if (HalfFloat.toFloat(HalfFloat.fromFloat(block[i])) != block[i]) {
        return false;
      }
    }
    return true;
  }

  boolean isFinite() {
    return Float.isFinite(largest);
  }

  /** Whether 16 bits hold every number exactly. */
  boolean isHalf() {
    return half;
  }

  /** Whether 16 bits hold every number nearly. */
  boolean fitsHalf() {
    return largest <= HalfFloat.MAX;
  }
}
