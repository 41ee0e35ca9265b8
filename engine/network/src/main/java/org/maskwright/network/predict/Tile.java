package org.maskwright.network.predict;

import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.label.Region;

/**
 * A part of an image that a network sees at once.
 *
 * @param seen what the network is given; begins at multiples of 32
 * @param kept what of its answer is used: far enough from cut edges that nobody sees them
 */
record Tile(Region seen, Region kept) {

  private static final int STRIDE = 32;

  /**
   * Tiles that cover an image.
   *
   * @param core the side of what is kept, rounded up to a multiple of 32
   * @param receptiveField of the network; its half and a cell more are seen around the core
   */
  static List<Tile> cover(int width, int height, int core, int receptiveField) {
    int side = roundUp(core);
    int margin = roundUp(receptiveField / 2 + STRIDE);
    List<Tile> tiles = new ArrayList<>();
    for (int top = 0; top < height; top += side) {
      for (int left = 0; left < width; left += side) {
        Region kept = clipped(left, top, left + side, top + side, width, height);
        Region seen =
            clipped(
                left - margin,
                top - margin,
                left + side + margin + 1,
                top + side + margin + 1,
                width,
                height);
        tiles.add(new Tile(seen, kept));
      }
    }
    return tiles;
  }

  private static int roundUp(int size) {
    return (Math.max(1, size) + STRIDE - 1) / STRIDE * STRIDE;
  }

  private static Region clipped(int left, int top, int right, int bottom, int width, int height) {
    int x = Math.max(0, left);
    int y = Math.max(0, top);
    return new Region(x, y, Math.min(width, right) - x, Math.min(height, bottom) - y);
  }
}
