package org.maskwright.data.image.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.ImageSettings;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.TestImages;
import org.maskwright.data.image.TiffBuilder;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.label.Region;
import org.maskwright.data.task.Progress;
import org.maskwright.testing.Counted;

class PyramidTest {

  private static final int WHITE = 0xFFFFFFFF;
  private static final int BLACK = 0xFF000000;
  private static final int VOID = 0x00FFFFFF;

  @TempDir Path folder;

  @Test
  void halvesAreMeansAndEdgesCountFully() {
    Pixels image =
        new Pixels(
            3,
            3,
            new int[] {WHITE, BLACK, WHITE, BLACK, BLACK, WHITE, 0xFF102030, 0xFF102030, BLACK});
    int[] half = new int[4];
    Halving.halve(image.argb(), new Halving.Size(3, 3), half, 0, 2);
    assertThat(half).containsExactly(0xFF404040, WHITE, 0xFF102030, BLACK);
  }

  @Test
  void voidHasNoSayInAMean() {
    assertThat(Halving.mean(VOID, 0xFF100000, VOID, 0xFF200000)).isEqualTo(0xFF180000);
    assertThat(Pixels.isVoid(Halving.mean(VOID, VOID, VOID, VOID))).isTrue();
  }

  @Test
  void levelsEndWithOneTile() {
    ImagePyramid pyramid = ImagePyramid.of(new Pixels(1025, 3, new int[1025 * 3]));
    assertThat(List.of(pyramid.bounds(0), pyramid.bounds(1), pyramid.bounds(2)))
        .containsExactly(
            new Region(0, 0, 1025, 3), new Region(0, 0, 513, 2), new Region(0, 0, 257, 1));
    assertThat(pyramid.levels()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6, 8})
  void tilesHoldTheSamePixelsAsThePyramid(int orientation) throws IOException {
    Path file = image(orientation);
    ImageRef ref = ImageRef.of(file);
    try (PixelSource memory = opener(1 << 30).open(ref, ImageSettings.DEFAULT, Progress.NONE);
        PixelSource tiles = opener(1).open(ref, ImageSettings.DEFAULT, Progress.NONE)) {
      assertThat(tiles).isInstanceOf(TiledImage.class);
      assertThat(tiles.levels()).isEqualTo(memory.levels());
      for (int level = 0; level < memory.levels(); level++) {
        Region bounds = memory.bounds(level);
        assertThat(tiles.pixels(level, bounds).argb())
            .as("level %s", level)
            .isEqualTo(memory.pixels(level, bounds).argb());
      }
      Region across = memory.bounds(0).grow(-3);
      assertThat(tiles.pixels(0, across).argb()).isEqualTo(memory.pixels(0, across).argb());
    }
  }

  @Test
  void tilesAreMadeOnce() throws IOException {
    ImageRef ref = ImageRef.of(image(1));
    opener(1).open(ref, ImageSettings.DEFAULT, Progress.NONE).close();
    Progress mayNotWork = cancelled();
    opener(1).open(ref, ImageSettings.DEFAULT, mayNotWork).close();
    assertThat(cached()).hasSize(1);
    ImageSettings other = ImageSettings.DEFAULT.withNodata(3);
    assertThatThrownBy(() -> opener(1).open(ref, other, mayNotWork))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void cancellingLeavesNothingBehind() throws IOException {
    ImageRef ref = ImageRef.of(image(1));
    assertThatThrownBy(() -> opener(1).open(ref, ImageSettings.DEFAULT, cancelled()))
        .isInstanceOf(CancellationException.class);
    assertThat(cached()).isEmpty();
  }

  @Test
  void damagedTilesAreMadeAnewOrReadAsTheyAre() throws IOException {
    ImageRef ref = ImageRef.of(image(1));
    opener(1).open(ref, ImageSettings.DEFAULT, Progress.NONE).close();
    Path file = cached().get(0);
    byte[] sound = Files.readAllBytes(file);
    Random random = new Random(5);
    for (int i = 0; i < Counted.times(50); i++) {
      byte[] damaged =
          random.nextBoolean() ? sound.clone() : Arrays.copyOf(sound, random.nextInt(sound.length));
      if (damaged.length > 16) {
        damaged[random.nextInt(16)] ^= (byte) (1 << random.nextInt(8));
      }
      Files.write(file, damaged);
      try (PixelSource opened = opener(1).open(ref, ImageSettings.DEFAULT, Progress.NONE)) {
        assertThat(opened.bounds(0)).isEqualTo(new Region(0, 0, 1100, 90));
      }
    }
  }

  @Test
  void oldestTilesGoFirst() throws IOException {
    ImageRef ref = ImageRef.of(image(1));
    opener(1).open(ref, ImageSettings.DEFAULT, Progress.NONE).close();
    Path first = cached().get(0);
    opener(1).open(ref, ImageSettings.DEFAULT.withNodata(3), Progress.NONE).close();
    Path second = cached().stream().filter(file -> !file.equals(first)).findFirst().orElseThrow();
    new TileCache(folder.resolve("cache")).trim(second, 1);
    assertThat(cached()).containsExactly(second);
  }

  private ImageOpener opener(long largestInMemory) {
    return new ImageOpener(folder.resolve("cache"), largestInMemory);
  }

  private List<Path> cached() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      return files.toList();
    }
  }

  /** A TIFF of 1100 x 90 noisy pixels in strips of 7 rows. */
  private Path image(int orientation) throws IOException {
    byte[] rgb =
        ImageLoader.load(
                Files.write(
                    folder.resolve("noise.png"),
                    TestImages.encode(TestImages.noise(1100, 90), "png")))
            .rgb();
    byte[][] strips = new byte[13][];
    for (int i = 0; i < strips.length; i++) {
      strips[i] = Arrays.copyOfRange(rgb, i * 7 * 3300, Math.min(rgb.length, (i + 1) * 7 * 3300));
    }
    TiffBuilder tiff = TiffBuilder.small().page(1100, 90, 8, 3).longs(278, 7);
    return Files.write(
        folder.resolve("image.tif"), tiff.shorts(274, orientation).strips(strips).build());
  }

  private static Progress cancelled() {
    return new Progress() {
      @Override
      public void report(String phase, long done, long total) {}

      @Override
      public boolean cancelled() {
        return true;
      }
    };
  }
}
