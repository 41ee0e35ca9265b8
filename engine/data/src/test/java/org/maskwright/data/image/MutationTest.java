package org.maskwright.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.data.image.geo.GeoReference;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.problem.DataException;
import org.maskwright.testing.Counted;

/** Whatever a file holds, its reader ends soon, with an image or with a typed error. */
class MutationTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jpg",
        "png",
        "gif",
        "bmp",
        "webp",
        "tif",
        "big.tif",
        "lzw.tif",
        "jpeg.tif",
        "palette.tif"
      })
  void everyReaderSurvives(String format) throws IOException {
    byte[] sound = sound(format);
    Path file = folder.resolve("image");
    Random random = new Random(format.hashCode());
    for (int i = 0; i < Counted.times(1000); i++) {
      byte[] mutant = mutate(sound.clone(), random);
      Files.write(file, mutant);
      assertTimeoutPreemptively(SOON, () -> read(file));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static void read(Path file) throws IOException {
    try {
      ImageProbe.pages(file);
      Pixels pixels = ImageLoader.load(file);
      assertThat(pixels.argb()).isNotEmpty();
      GeoReference.of(file);
    } catch (DataException e) {
      assertThat(e.problem().arguments().get(0)).isEqualTo(file);
    }
  }

  private static byte[] mutate(byte[] bytes, Random random) {
    switch (random.nextInt(4)) {
      case 0 -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length));
      }
      case 1 -> {
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
      }
      case 2 -> {
        // Headers are short and full of counts.
        int at = random.nextInt(Math.min(bytes.length, 200));
        Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(4)), (byte) 0xFF);
      }
      default -> {
        int at = bytes.length - 1 - random.nextInt(Math.min(bytes.length - 1, 300));
        bytes[at] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }

  private static byte[] sound(String format) throws IOException {
    BufferedImage picture = TestImages.noise(40, 30);
    byte[] exif = TestImages.exif(6);
    return switch (format) {
      case "jpg" -> TestImages.jpegWithExif(TestImages.encode(picture, "jpg"), exif);
      case "png" -> TestImages.pngWithExif(TestImages.encode(picture, "png"), exif);
      case "webp" ->
          TestImages.webpWithExif(TestImages.encodeByOpenCv(picture, ".webp"), exif, 40, 30);
      case "gif" -> TestImages.encodeByOpenCv(picture, ".gif");
      case "lzw.tif" -> TestImages.encodeByOpenCv(picture, ".tiff");
      case "jpeg.tif" -> TestImages.tiffByJdk(picture, "JPEG", true);
      case "palette.tif" ->
          TiffBuilder.small()
              .page(16, 8, 8, 1)
              .shorts(262, 3)
              .shorts(320, new int[768])
              .strips(new byte[128])
              .build();
      case "tif" -> tiff(ByteOrder.LITTLE_ENDIAN, false);
      case "big.tif" -> tiff(ByteOrder.BIG_ENDIAN, true);
      default -> TestImages.encode(picture, format);
    };
  }

  private static byte[] tiff(ByteOrder order, boolean big) {
    return new TiffBuilder(order, big)
        .page(16, 8, 16, 2)
        .shorts(338, 2)
        .text(42113, "-9999")
        .reals(33550, 2, 2, 0)
        .reals(33922, 0, 0, 0, 500000, 4000000, 0)
        .shorts(34735, 1, 1, 0, 1, 3072, 0, 1, 32633)
        .strips(new byte[512])
        .page(4, 4, 8, 1)
        .tiles(16, 16, new byte[256])
        .build();
  }
}
