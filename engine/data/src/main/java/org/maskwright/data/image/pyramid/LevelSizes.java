package org.maskwright.data.image.pyramid;

/** How large the levels of a pyramid are, and how many there are. */
final class LevelSizes {

  /** The side of a tile, and the greatest side of the last level. */
  static final int TILE = 512;

  private LevelSizes() {}

  static int at(int size, int level) {
    return (int) ((size + (1L << level) - 1) >> level);
  }

  static int count(int width, int height) {
    int levels = 1;
    while (at(Math.max(width, height), levels - 1) > TILE) {
      levels++;
    }
    return levels;
  }
}
