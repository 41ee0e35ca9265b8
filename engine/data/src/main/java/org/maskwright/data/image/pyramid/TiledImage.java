package org.maskwright.data.image.pyramid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;

/** An image in a tile file: its size does not matter, only what is looked at is in memory. */
public final class TiledImage implements PixelSource {

  /** "MWTILES" and the version of this layout. */
  private static final long MAGIC = 0x4D5754494C455301L;

  private final TileLayout layout;
  private final MappedTiles tiles;

  private TiledImage(TileLayout layout, MappedTiles tiles) {
    this.layout = layout;
    this.tiles = tiles;
  }

  /** Opens a tile file that has to hold an image of this size. */
  static TiledImage open(Path file, int width, int height) throws IOException {
    TileLayout layout = new TileLayout(width, height);
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    boolean sound = false;
    try {
      ByteBuffer found = ByteBuffer.allocate(header(layout).capacity());
      sound =
          channel.read(found, 0) == found.capacity()
              && found.flip().equals(header(layout))
              && channel.size() == layout.fileSize();
      if (!sound) {
        throw DataException.of(ImageProblem.CACHE_BROKEN, file);
      }
      return new TiledImage(layout, new MappedTiles(channel, layout));
    } finally {
      if (!sound) {
        channel.close();
      }
    }
  }

  private static ByteBuffer header(TileLayout layout) {
    ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    return header.putLong(MAGIC).putInt(layout.width()).putInt(layout.height()).flip();
  }

  static void writeHeader(FileChannel channel, TileLayout layout) throws IOException {
    channel.write(header(layout), 0);
  }

  @Override
  public int width() {
    return layout.width();
  }

  @Override
  public int height() {
    return layout.height();
  }

  @Override
  public int levels() {
    return layout.levels();
  }

  @Override
  public void read(int level, Region region, int[] into) throws IOException {
    Region bounds = bounds(level);
    if (!bounds.contains(region)) {
      throw new IllegalArgumentException(region + " is not inside " + bounds);
    }
    tiles.read(level, region, into);
  }

  @Override
  public void close() throws IOException {
    tiles.close();
  }
}
