package org.maskwright.data.click;

import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.region.Components;
import org.maskwright.data.region.Connectivity;
import org.maskwright.data.region.Runs;

/**
 * The objects that a mask shows: the connected parts of its classes, background aside. A part that
 * a contour of void pixels runs into is several objects that touch, and is left out.
 */
public final class ObjectFinder {

  private static final int CONTOUR_REACH = 6;
  private static final double CONTOUR_SHARE = 0.5;

  private final LabelMask mask;
  private final int smallest;

  /**
   * @param smallest the number of pixels that an object has at least
   */
  public ObjectFinder(int width, int height, byte[] labels, int smallest) {
    this.mask = LabelMask.decided(width, height, labels, Provenance.of(Provenance.Kind.IMPORT));
    this.smallest = smallest;
  }

  /** Every whole object, class by class. */
  public List<Runs> objects() {
    long[] counts = mask.histogram();
    List<Runs> objects = new ArrayList<>();
    for (int label = 0; label < LabelMask.IGNORE; label++) {
      if (label != LabelScheme.BACKGROUND && counts[label] >= smallest) {
        Components parts = Components.ofLabel(mask, label, Connectivity.EIGHT);
        for (int part = 0; part < parts.count(); part++) {
          if (parts.area(part) >= smallest && isOne(parts.get(part), parts.area(part))) {
            objects.add(parts.get(part));
          }
        }
      }
    }
    return objects;
  }

  /** True unless void pixels that lie between pixels of this part are as many as a contour has. */
  private boolean isOne(Runs part, long area) {
    long[] enclosed = new long[1];
    int[] lastRow = {-1};
    int[] lastEnd = {0};
    part.forEachRun(
        (y, from, to) -> {
          int gap = from - lastEnd[0];
          if (y == lastRow[0] && gap <= CONTOUR_REACH && isVoid(y, lastEnd[0], from)) {
            enclosed[0]++;
          }
          lastRow[0] = y;
          lastEnd[0] = to;
        });
    return enclosed[0] < CONTOUR_SHARE * Math.sqrt((double) area);
  }

  private boolean isVoid(int y, int from, int to) {
    for (int x = from; x < to; x++) {
      if (mask.label(x, y) != LabelMask.IGNORE) {
        return false;
      }
    }
    return true;
  }
}
