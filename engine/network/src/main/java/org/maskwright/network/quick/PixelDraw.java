package org.maskwright.network.quick;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.maskwright.data.label.LabelMask;

/**
 * Draws decided pixels of an image. A class gets a share by the root of its area, so that a thin
 * crack is heard beside a wide sky.
 */
final class PixelDraw {

  private static final int VALUES = 256;

  private PixelDraw() {}

  /** At most about so many pixels of these labels, by place; the same seed draws the same. */
  static int[] of(byte[] labels, int wanted, long seed) {
    long[] counts = new long[VALUES];
    for (byte label : labels) {
      counts[label & 0xFF]++;
    }
    counts[LabelMask.IGNORE] = 0;
    int[] quotas = quotas(counts, wanted);
    SplittableRandom random = new SplittableRandom(seed);
    List<int[]> chosen = new ArrayList<>();
    for (int quota : quotas) {
      chosen.add(new int[quota]);
    }
    int[] seen = new int[VALUES];
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i] & 0xFF;
      int[] into = chosen.get(label);
      if (into.length > 0) {
        int place = seen[label] < into.length ? seen[label] : random.nextInt(seen[label] + 1);
        if (place < into.length) {
          into[place] = i;
        }
        seen[label]++;
      }
    }
    return chosen.stream().flatMapToInt(java.util.Arrays::stream).toArray();
  }

  private static int[] quotas(long[] counts, int wanted) {
    double roots = 0;
    for (long count : counts) {
      roots += Math.sqrt((double) count);
    }
    int[] quotas = new int[VALUES];
    for (int label = 0; label < VALUES && roots > 0; label++) {
      double share = Math.ceil(wanted * Math.sqrt((double) counts[label]) / roots);
      quotas[label] = (int) Math.min((double) counts[label], share);
    }
    return quotas;
  }
}
