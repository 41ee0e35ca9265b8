package org.maskwright.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.image.header.ImageProbe;

class ImageLoaderTest {

  @TempDir Path folder;

  @Test
  void pngComesBackPixelForPixel() throws IOException {
    BufferedImage picture = noise(37, 23);
    Path file = write(picture, "png", "a.png");
    Pixels pixels = ImageLoader.load(file);
    assertThat(pixels.argb()).isEqualTo(picture.getRGB(0, 0, 37, 23, null, 0, 37));
  }

  @Test
  void greyPngIsGrey() throws IOException {
    BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    picture.getRaster().setSamples(0, 0, 2, 1, 0, new int[] {7, 200});
    assertThat(ImageLoader.load(write(picture, "png", "grey.png")).argb())
        .containsExactly(0xFF070707, 0xFFC8C8C8);
  }

  @Test
  void jpegSizeIsInItsHeader() throws IOException {
    Path file = write(noise(31, 17), "jpg", "a.jpg");
    assertThat(ImageProbe.pages(file))
        .singleElement()
        .satisfies(header -> assertThat(header.width()).isEqualTo(31))
        .satisfies(header -> assertThat(header.height()).isEqualTo(17));
    assertThat(ImageLoader.load(file).bounds().area()).isEqualTo(31 * 17);
  }

  private static BufferedImage noise(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, random.nextInt());
      }
    }
    return picture;
  }

  private Path write(BufferedImage picture, String format, String name) throws IOException {
    Path file = folder.resolve(name);
    try (var out = Files.newOutputStream(file)) {
      assertThat(ImageIO.write(picture, format, out)).isTrue();
    }
    return file;
  }
}
