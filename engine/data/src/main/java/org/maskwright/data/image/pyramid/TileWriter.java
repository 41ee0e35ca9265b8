package org.maskwright.data.image.pyramid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import org.maskwright.data.label.Region;

/**
 * Fills a new tile file. It writes and reads back by plain calls: a disk that fills up is then an
 * error that can be reported, where a mapped file would end the program.
 */
final class TileWriter {

  private static final int ROW_BYTES = LevelSizes.TILE * Integer.BYTES;

  private final FileChannel channel;
  private final TileLayout layout;
  private final ByteBuffer bytes =
      ByteBuffer.allocateDirect(TileLayout.TILE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final IntBuffer pixels = bytes.asIntBuffer();

  TileWriter(FileChannel channel, TileLayout layout) {
    this.channel = channel;
    this.layout = layout;
  }

  void write(int level, Region region, int[] from) throws IOException {
    layout.visit(
        level,
        region,
        (index, tile, wanted) -> {
          boolean wholeRows = wanted.width() == LevelSizes.TILE;
          int step = wholeRows ? wanted.height() : 1;
          for (int y = wanted.y(); y < wanted.bottom(); y += step) {
            for (int row = 0; row < step; row++) {
              int at = (y + row - region.y()) * region.width() + wanted.x() - region.x();
              pixels.put(row * LevelSizes.TILE, from, at, wanted.width());
            }
            int length = step * wanted.width() * Integer.BYTES;
            put(place(index, tile, wanted.x(), y), length);
          }
        });
  }

  private long place(int index, Region tile, int x, int y) {
    return layout.offset(index)
        + (long) (y - tile.y()) * ROW_BYTES
        + (long) (x - tile.x()) * Integer.BYTES;
  }

  private void put(long at, int length) throws IOException {
    bytes.position(0).limit(length);
    long next = at;
    while (bytes.hasRemaining()) {
      next += channel.write(bytes, next);
    }
  }

  /** Reads back what was written, a whole row of each tile at a time. */
  void read(int level, Region region, int[] into) throws IOException {
    layout.visit(
        level,
        region,
        (index, tile, wanted) -> {
          get(place(index, tile, tile.x(), wanted.y()), wanted.height() * ROW_BYTES);
          for (int y = wanted.y(); y < wanted.bottom(); y++) {
            int from = (y - wanted.y()) * LevelSizes.TILE + wanted.x() - tile.x();
            int to = (y - region.y()) * region.width() + wanted.x() - region.x();
            pixels.get(from, into, to, wanted.width());
          }
        });
  }

  private void get(long at, int length) throws IOException {
    bytes.position(0).limit(length);
    long next = at;
    int count = 0;
    while (bytes.hasRemaining() && count >= 0) {
      // A tile at the lower right edge may end before its last row does: nothing was written there.
      count = channel.read(bytes, next);
      next += Math.max(0, count);
    }
  }

  /** Gives the file its full length and its header, which makes it one, and sees it on the disk. */
  void finish() throws IOException {
    bytes.clear().limit(1);
    bytes.put(0, (byte) 0);
    if (channel.size() < layout.fileSize()) {
      channel.write(bytes, layout.fileSize() - 1);
    }
    TiledImage.writeHeader(channel, layout);
    channel.force(true);
  }
}
