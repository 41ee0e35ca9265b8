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

  /** Counts an image, and leaves those pixels out of it that show another class than these. */
  void take(Example example, Set<Integer> shared) {
    byte[] labels = example.labels();
    boolean[] shown = new boolean[256];
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i] & 0xFF;
      if (!shared.contains(label)) {
        labels[i] = (byte) LabelMask.IGNORE;
      }
      shown[label] = true;
    }
    LabelMask truth =
        LabelMask.decided(
            example.width(), example.height(), labels, Provenance.of(Provenance.Kind.IMPORT));
    IntStream.range(0, regions.length)
        .filter(label -> shown[label] && shared.contains(label))
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
