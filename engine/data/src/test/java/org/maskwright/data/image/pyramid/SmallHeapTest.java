package org.maskwright.data.image.pyramid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.image.TestImages;
import org.maskwright.data.image.TiffBuilder;

class SmallHeapTest {

  private static final int TILE = 256;

  @TempDir Path folder;

  /** 9000 x 7000 pixels are 252 MB of colours; the program that shows them has 48 MB. */
  @Test
  void largeImageIsShownOnASmallHeap() throws Exception {
    Path image = Files.write(folder.resolve("large.tif"), tiff(9000, 7000));
    Path output = folder.resolve("output");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-cp",
                System.getProperty("java.class.path"),
                TilingProgram.class.getName(),
                image.toString(),
                folder.resolve("cache").toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int result = program.waitFor();
    assertThat(Files.readAllLines(output, StandardCharsets.UTF_8))
        .as("exit %s", result)
        .containsAll(List.of("sum " + sum(9000, 7000)));
  }

  /** All tiles of the file are the same few bytes: a plain colour, packed. */
  private static byte[] tiff(int width, int height) {
    int across = (width + TILE - 1) / TILE;
    int down = (height + TILE - 1) / TILE;
    byte[] blue = new byte[TILE * TILE * 3];
    for (int i = 2; i < blue.length; i += 3) {
      blue[i] = 77;
    }
    byte[][] tiles = new byte[across * down][];
    Arrays.fill(tiles, TestImages.deflate(blue));
    return TiffBuilder.small()
        .page(width, height, 8, 3)
        .shorts(259, 8)
        .tiles(TILE, TILE, tiles)
        .build();
  }

  private static long sum(int width, int height) {
    long pixels = 0;
    for (int level = 0; level < LevelSizes.count(width, height); level++) {
      pixels += (long) LevelSizes.at(width, level) * LevelSizes.at(height, level);
    }
    return pixels * 77;
  }
}
