package org.maskwright.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;

class OrientationTest {

  @TempDir Path folder;

  /** The cells 20, 60, 100 above 120, 160, 200 as each of the eight values shows them. */
  @ParameterizedTest
  @CsvSource({
    "1, 20 60 100 / 120 160 200",
    "2, 100 60 20 / 200 160 120",
    "3, 200 160 120 / 100 60 20",
    "4, 120 160 200 / 20 60 100",
    "5, 20 120 / 60 160 / 100 200",
    "6, 120 20 / 160 60 / 200 100",
    "7, 200 100 / 160 60 / 120 20",
    "8, 100 200 / 60 160 / 20 120"
  })
  void isAppliedOnceInEveryContainer(int orientation, String shown) throws IOException {
    BufferedImage cells = TestImages.cells(3, 2);
    byte[] exif = TestImages.exif(orientation);
    byte[] webp = TestImages.encodeByOpenCv(cells, ".webp");
    check("a.jpg", TestImages.jpegWithExif(TestImages.encode(cells, "jpg"), exif), shown);
    check("a.png", TestImages.pngWithExif(TestImages.encode(cells, "png"), exif), shown);
    check("a.webp", TestImages.webpWithExif(webp, exif, 48, 32), shown);
    check("a.tif", tiff(cells, orientation), shown);
  }

  private void check(String name, byte[] content, String shown) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    Pixels pixels = ImageLoader.load(file);
    assertThat(grid(pixels)).as(name).isEqualTo(shown);
    ImageHeader header = ImageProbe.header(ImageRef.of(file));
    assertThat(header.width()).as(name).isEqualTo(pixels.width());
    assertThat(header.height()).as(name).isEqualTo(pixels.height());
  }

  private static byte[] tiff(BufferedImage cells, int orientation) {
    byte[] rgb = new Pixels(48, 32, TestImages.argb(cells)).rgb();
    return TiffBuilder.small().page(48, 32, 8, 3).shorts(274, orientation).strips(rgb).build();
  }

  /** The cells' values; JPEG may be off by a little. */
  private static String grid(Pixels pixels) {
    StringBuilder grid = new StringBuilder();
    for (int y = 8; y < pixels.height(); y += 16) {
      grid.append(y > 8 ? " / " : "");
      for (int x = 8; x < pixels.width(); x += 16) {
        int grey = pixels.argb(x, y) & 0xFF;
        grid.append(x > 8 ? " " : "").append((grey + 5) / 20 * 20);
      }
    }
    return grid.toString();
  }
}
