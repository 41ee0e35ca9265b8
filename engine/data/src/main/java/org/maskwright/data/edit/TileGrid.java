package org.maskwright.data.edit;

import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;

/** The tiles of a mask: changes are kept tile by tile, so that a dab costs by its own size. */
record TileGrid(int width, int height) {

  static final int SIDE = 64;
  static final int PIXELS = SIDE * SIDE;

  static TileGrid of(LabelMask mask) {
    return new TileGrid(mask.width(), mask.height());
  }

  int columns() {
    return (width + SIDE - 1) / SIDE;
  }

  int count() {
    return columns() * ((height + SIDE - 1) / SIDE);
  }

  int tileAt(int x, int y) {
    return (y / SIDE) * columns() + x / SIDE;
  }

  /** The pixels of a tile; those at the right and lower edge are smaller. */
  Region region(int tile) {
    int x = tile % columns() * SIDE;
    int y = tile / columns() * SIDE;
    return new Region(x, y, Math.min(SIDE, width - x), Math.min(SIDE, height - y));
  }
}
