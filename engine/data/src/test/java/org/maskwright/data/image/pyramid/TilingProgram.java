package org.maskwright.data.image.pyramid;

import java.nio.file.Path;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.label.Region;
import org.maskwright.data.task.Progress;

/** Turns an image into tiles and looks at all of it, in a program of its own. */
final class TilingProgram {

  private TilingProgram() {}

  public static void main(String[] arguments) throws Exception {
    ImageOpener opener = new ImageOpener(Path.of(arguments[1]), 1);
    long sum = 0;
    try (PixelSource image =
        opener.open(ImageRef.of(Path.of(arguments[0])), ImageSettings.DEFAULT, Progress.NONE)) {
      int[] tile = new int[LevelSizes.TILE * LevelSizes.TILE];
      for (int level = 0; level < image.levels(); level++) {
        Region bounds = image.bounds(level);
        for (int y = 0; y < bounds.height(); y += LevelSizes.TILE) {
          for (int x = 0; x < bounds.width(); x += LevelSizes.TILE) {
            Region seen = new Region(x, y, LevelSizes.TILE, LevelSizes.TILE).intersect(bounds);
            image.read(level, seen, tile);
            for (int i = 0; i < seen.area(); i++) {
              sum += tile[i] & 0xFF;
            }
          }
        }
      }
    }
    System.out.println("sum " + sum);
  }
}
