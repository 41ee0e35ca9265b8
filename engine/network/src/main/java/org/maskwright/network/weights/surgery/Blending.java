package org.maskwright.network.weights.surgery;

import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.NamedParameter;

/**
 * Moves a network a part of the way to another one that was trained from it. What training forgot
 * and what it learned lie on one line between the two, and the best place is often inside.
 */
public final class Blending {

  private static final int BLOCK = 1 << 16;

  private Blending() {}

  /**
   * Changes {@code start} in place.
   *
   * @param trained has the same shape
   * @param share how much of the trained one goes in, 0 to 1
   */
  public static void blend(FcnNetwork start, FcnNetwork trained, double share) {
    for (NamedParameter parameter : start.parameters()) {
      NamedParameter other = trained.parameter(parameter.name()).orElseThrow();
      for (long at = 0; at < parameter.count(); at += BLOCK) {
        blend(parameter, other, at, share);
      }
    }
  }

  private static void blend(NamedParameter into, NamedParameter other, long at, double share) {
    int length = (int) Math.min(BLOCK, into.count() - at);
    float[] mixed = new float[length];
    float[] learned = new float[length];
    into.read(at, mixed, length);
    other.read(at, learned, length);
    for (int i = 0; i < length; i++) {
      mixed[i] = (float) ((1 - share) * mixed[i] + share * learned[i]);
    }
    into.write(at, mixed, length);
  }
}
