package org.maskwright.data.image.pyramid;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/**
 * Turns an image into a tile file, once. Memory: the tiles being written, one piece of the image,
 * and what its decoder needs outside the heap; that is one strip or tile of a TIFF, and the whole
 * image, 3 bytes a pixel, of the other formats.
 */
final class TileConversion {

  private static final long MEGABYTE = 1L << 20;

  private TileConversion() {}

  static void run(ImageRef ref, ImageSettings settings, Path target, Progress progress)
      throws IOException {
    ImageHeader header = ImageProbe.header(ref);
    TileLayout layout = new TileLayout(header.width(), header.height());
    Path folder =
        Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file has a folder");
    Files.createDirectories(folder);
    requireSpace(ref.file(), folder, layout.fileSize());
    Path temporary = Files.createTempFile(folder, "tiles-", ".part");
    boolean written = false;
    try {
      write(ref, settings, temporary, layout, progress);
      RealDisk.INSTANCE.replace(temporary, target);
      written = true;
    } finally {
      if (!written) {
        Files.deleteIfExists(temporary);
      }
    }
  }

  private static void requireSpace(Path file, Path folder, long bytes) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < bytes) {
      throw DataException.of(
          ImageProblem.DISK_FULL, file, bytes / MEGABYTE + 1, folder, free / MEGABYTE);
    }
  }

  private static void write(
      ImageRef ref, ImageSettings settings, Path file, TileLayout layout, Progress progress)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      TileWriter tiles = new TileWriter(channel, layout);
      ImageLoader.stream(ref, settings, (place, argb) -> tiles.write(0, place, argb), progress);
      for (int level = 1; level < layout.levels(); level++) {
        halve(tiles, layout, level, progress);
      }
      tiles.finish();
    }
  }

  /** Fills a level from the one below it, tile by tile. */
  private static void halve(TileWriter tiles, TileLayout layout, int level, Progress progress)
      throws IOException {
    int side = LevelSizes.TILE;
    int done = layout.index(level, 0, 0) - layout.index(1, 0, 0);
    int total = layout.count() - layout.index(1, 0, 0);
    Region below =
        new Region(
            0,
            0,
            LevelSizes.at(layout.width(), level - 1),
            LevelSizes.at(layout.height(), level - 1));
    for (int row = 0; row < layout.down(level); row++) {
      for (int column = 0; column < layout.across(level); column++) {
        progress.checkCancelled();
        Region source =
            new Region(2 * column * side, 2 * row * side, 2 * side, 2 * side).intersect(below);
        halveTile(tiles, level, source);
        progress.report("halve", ++done, total);
      }
    }
  }

  private static void halveTile(TileWriter tiles, int level, Region source) throws IOException {
    int[] from = new int[(int) source.area()];
    tiles.read(level - 1, source, from);
    int width = LevelSizes.at(source.width(), 1);
    int height = LevelSizes.at(source.height(), 1);
    int[] half = new int[width * height];
    Halving.halve(from, new Halving.Size(source.width(), source.height()), half, 0, height);
    tiles.write(level, new Region(source.x() / 2, source.y() / 2, width, height), half);
  }
}
