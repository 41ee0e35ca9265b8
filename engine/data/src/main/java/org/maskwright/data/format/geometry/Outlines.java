package org.maskwright.data.format.geometry;

import java.util.BitSet;
import java.util.List;

/** A region as rings on the edges of its pixels. */
public final class Outlines {

  private Outlines() {}

  /** Every ring of the region, those around holes too. */
  public static List<Ring> of(Stencil stencil) {
    return new OutlineTracer(stencil, new BitSet()).trace();
  }

  /**
   * Rings without holes that cover the region exactly and do not overlap. Each hole is opened by an
   * upright cut above it and one below it, which is enough: on both ways the cuts lead, from hole
   * to hole, out of the region, so that nothing can be walked around any more.
   */
  public static List<Ring> withoutHoles(Stencil stencil) {
    List<Ring> rings = of(stencil);
    BitSet walls = new BitSet();
    for (Ring ring : rings) {
      if (ring.isHole()) {
        cutAbove(stencil, ring, walls);
        cutBelow(stencil, ring, walls);
      }
    }
    return walls.isEmpty() ? rings : new OutlineTracer(stencil, walls).trace();
  }

  public static boolean hasHoles(Stencil stencil) {
    return of(stencil).stream().anyMatch(Ring::isHole);
  }

  private static void cutAbove(Stencil stencil, Ring hole, BitSet walls) {
    int corner = extreme(hole, -1);
    int x = hole.x(corner);
    int y = hole.y(corner) - 1;
    while (stencil.contains(x - 1, y) && stencil.contains(x, y)) {
      walls.set(stencil.index(x, y--));
    }
  }

  private static void cutBelow(Stencil stencil, Ring hole, BitSet walls) {
    int corner = extreme(hole, 1);
    int x = hole.x(corner);
    int y = hole.y(corner);
    while (stencil.contains(x - 1, y) && stencil.contains(x, y)) {
      walls.set(stencil.index(x, y++));
    }
  }

  /** The leftmost of the highest (-1) or lowest (1) corners. */
  private static int extreme(Ring ring, int direction) {
    int best = 0;
    for (int i = 1; i < ring.size(); i++) {
      int lower = (ring.y(i) - ring.y(best)) * direction;
      if (lower > 0 || (lower == 0 && ring.x(i) < ring.x(best))) {
        best = i;
      }
    }
    return best;
  }
}
