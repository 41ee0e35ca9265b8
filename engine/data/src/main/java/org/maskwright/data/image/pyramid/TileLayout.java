package org.maskwright.data.image.pyramid;

import java.io.IOException;
import org.maskwright.data.label.Region;

/**
 * Where the tiles of an image's levels lie in a tile file: a page of header, then level after
 * level, row after row, each tile as large as any other.
 */
record TileLayout(int width, int height) {

  static final int HEADER = 4096;
  static final int TILE_BYTES = LevelSizes.TILE * LevelSizes.TILE * Integer.BYTES;

  int levels() {
    return LevelSizes.count(width, height);
  }

  int across(int level) {
    return tiles(LevelSizes.at(width, level));
  }

  int down(int level) {
    return tiles(LevelSizes.at(height, level));
  }

  private static int tiles(int size) {
    return (size + LevelSizes.TILE - 1) / LevelSizes.TILE;
  }

  /** The number of a tile, counted over all levels. */
  int index(int level, int column, int row) {
    int before = 0;
    for (int i = 0; i < level; i++) {
      before += across(i) * down(i);
    }
    return before + row * across(level) + column;
  }

  int count() {
    return index(levels(), 0, 0);
  }

  long offset(int tile) {
    return HEADER + (long) tile * TILE_BYTES;
  }

  long fileSize() {
    return offset(count());
  }

  /** Shows all tiles that a rectangle of a level touches. */
  void visit(int level, Region region, TileVisitor visitor) throws IOException {
    int side = LevelSizes.TILE;
    for (int row = region.y() / side; row * side < region.bottom(); row++) {
      for (int column = region.x() / side; column * side < region.right(); column++) {
        Region tile = new Region(column * side, row * side, side, side);
        visitor.visit(index(level, column, row), tile, tile.intersect(region));
      }
    }
  }

  /** Is shown a tile's number, its place in the level, and the part of it that is wanted. */
  @FunctionalInterface
  interface TileVisitor {
    void visit(int index, Region tile, Region wanted) throws IOException;
  }
}
