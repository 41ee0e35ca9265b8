package org.maskwright.data.format.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.maskwright.data.label.Region;

/**
 * Walks along the edges of a region's pixels. Pixels that touch at a corner only belong to two
 * rings, so that no ring crosses itself. Walls between pixels count as edges too: they are how a
 * region is cut without losing a pixel.
 */
final class OutlineTracer {

  /** Right, down, left, up. */
  private static final int[] DX = {1, 0, -1, 0};

  private static final int[] DY = {0, 1, 0, -1};

  private final Stencil stencil;
  private final Region box;
  private final BitSet walls;
  private final BitSet walked = new BitSet();

  /**
   * @param walls the pixels of the box that have a wall on their left side
   */
  OutlineTracer(Stencil stencil, BitSet walls) {
    this.stencil = stencil;
    this.box = stencil.bounds();
    this.walls = walls;
  }

  /** All rings, in the order of their uppermost, leftmost side. */
  List<Ring> trace() {
    List<Ring> rings = new ArrayList<>();
    stencil.forEachRun(
        (y, from, to) -> {
          for (int x = from; x < to; x++) {
            if (!stencil.contains(x, y - 1) && !walked.get(stencil.index(x, y))) {
              rings.add(walk(x, y));
            }
          }
        });
    return rings;
  }

  /** Walks once around from the upper side of this pixel, which is a piece of the ring. */
  private Ring walk(int startX, int startY) {
    Corners corners = new Corners();
    int x = startX;
    int y = startY;
    int heading = 0;
    do {
      if (heading == 0) {
        walked.set(stencil.index(x, y));
      }
      x += DX[heading];
      y += DY[heading];
      int turned = turn(x, y, heading);
      if (turned != heading) {
        corners.add(x, y);
      }
      heading = turned;
    } while (x != startX || y != startY || heading != 0);
    return corners.ring();
  }

  private int turn(int x, int y, int heading) {
    for (int turn = 1; turn >= -1; turn--) {
      int next = (heading + turn + 4) % 4;
      if (isEdge(x, y, next)) {
        return next;
      }
    }
    throw new IllegalStateException("an outline ends at " + x + ", " + y);
  }

  /** True if a side leaves this corner in that direction with the region on its right. */
  private boolean isEdge(int x, int y, int heading) {
    return switch (heading) {
      case 0 -> stencil.contains(x, y) && !stencil.contains(x, y - 1);
      case 1 -> stencil.contains(x - 1, y) && (!stencil.contains(x, y) || isWall(x, y));
      case 2 -> stencil.contains(x - 1, y - 1) && !stencil.contains(x - 1, y);
      default ->
          stencil.contains(x, y - 1) && (!stencil.contains(x - 1, y - 1) || isWall(x, y - 1));
    };
  }

  private boolean isWall(int x, int y) {
    return box.contains(x, y) && walls.get(stencil.index(x, y));
  }

  /** Corners in the order in which they are met. */
  private static final class Corners {

    private int[] xs = new int[16];
    private int[] ys = new int[16];
    private int count;

    void add(int x, int y) {
      if (count == xs.length) {
        xs = Arrays.copyOf(xs, 2 * count);
        ys = Arrays.copyOf(ys, 2 * count);
      }
      xs[count] = x;
      ys[count++] = y;
    }

    Ring ring() {
      return new Ring(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count));
    }
  }
}
