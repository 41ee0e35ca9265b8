package org.maskwright.data.image.pyramid;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maskwright.data.label.Region;

/**
 * The tiles of a file, mapped into memory a few at a time. What is mapped counts as the program's
 * own memory, so the tiles used longest ago are given back, at once and not when the collector
 * finds the time.
 */
final class MappedTiles implements Closeable {

  /** 256 MB: several screens full of tiles. */
  private static final int MOST_MAPPED = 256;

  private final FileChannel channel;
  private final TileLayout layout;
  private final Map<Integer, MappedByteBuffer> mapped = new LinkedHashMap<>(64, 0.75f, true);

  MappedTiles(FileChannel channel, TileLayout layout) {
    this.channel = channel;
    this.layout = layout;
  }

  /** Copies a rectangle of a level out of its tiles. */
  void read(int level, Region region, int[] into) throws IOException {
    layout.visit(level, region, (index, tile, wanted) -> copy(index, tile, wanted, region, into));
  }

  private synchronized void copy(int index, Region tile, Region wanted, Region region, int[] into)
      throws IOException {
    IntBuffer pixels = buffer(index).asIntBuffer();
    for (int y = wanted.y(); y < wanted.bottom(); y++) {
      int from = (y - tile.y()) * LevelSizes.TILE + wanted.x() - tile.x();
      int to = (y - region.y()) * region.width() + wanted.x() - region.x();
      pixels.get(from, into, to, wanted.width());
    }
  }

  private MappedByteBuffer buffer(int index) throws IOException {
    MappedByteBuffer known = mapped.get(index);
    if (known != null) {
      return known;
    }
    if (mapped.size() >= MOST_MAPPED) {
      Iterator<MappedByteBuffer> oldest = mapped.values().iterator();
      MappedByteBuffer given = oldest.next();
      oldest.remove();
      Unmapper.unmap(given);
    }
    MappedByteBuffer buffer =
        channel.map(MapMode.READ_ONLY, layout.offset(index), TileLayout.TILE_BYTES);
    buffer.order(ByteOrder.LITTLE_ENDIAN);
    mapped.put(index, buffer);
    return buffer;
  }

  @Override
  public synchronized void close() throws IOException {
    mapped.values().forEach(Unmapper::unmap);
    mapped.clear();
    channel.close();
  }
}
