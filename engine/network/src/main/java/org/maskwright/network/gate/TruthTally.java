package org.maskwright.network.gate;

import java.util.Set;
import java.util.stream.IntStream;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.region.Components;
import org.maskwright.data.region.Connectivity;
import org.maskwright.network.train.Example;

/** How much of each class the truth has: whether so little of it can tell anything. */
final class TruthTally {

  private final long[] regions;
  private final int[] images;

  TruthTally(int classes) {
    regions = new long[classes];
    images = new int[classes];
  }

  /** The labels without the pixels that show another class than these. */
  static byte[] only(Set<Integer> classes, byte[] labels) {
    byte[] some = labels.clone();
    for (int i = 0; i < some.length; i++) {
      if (!classes.contains(some[i] & 0xFF)) {
        some[i] = (byte) LabelMask.IGNORE;
      }
    }
    return some;
  }

  void take(Example example) {
    boolean[] shown = new boolean[256];
    for (byte label : example.labels()) {
      shown[label & 0xFF] = true;
    }
    LabelMask truth =
        LabelMask.decided(
            example.width(),
            example.height(),
            example.labels(),
            Provenance.of(Provenance.Kind.IMPORT));
    IntStream.range(0, regions.length)
        .filter(label -> shown[label])
        .forEach(
            label -> {
              regions[label] += Components.ofLabel(truth, label, Connectivity.EIGHT).count();
              images[label]++;
            });
  }

  long regions(int label) {
    return regions[label];
  }

  int images(int label) {
    return images[label];
  }
}
