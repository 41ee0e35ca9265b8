package org.maskwright.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.image.header.ImageFormat;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.image.header.Orientation;
import org.maskwright.data.problem.DataException;

class LoadingTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp"})
  void formatsWithoutLossComeBackPixelForPixel(String format) throws IOException {
    BufferedImage noise = TestImages.noise(37, 23);
    assertThat(load(TestImages.encode(noise, format)).argb()).isEqualTo(TestImages.argb(noise));
  }

  @Test
  void losslessWebpComesBackPixelForPixel() throws IOException {
    BufferedImage noise = TestImages.noise(37, 23);
    assertThat(load(TestImages.encodeByOpenCv(noise, ".webp")).argb())
        .isEqualTo(TestImages.argb(noise));
  }

  @Test
  void gifShowsItsColours() throws IOException {
    BufferedImage cells = TestImages.cells(3, 2);
    assertThat(load(TestImages.encode(cells, "gif")).argb()).isEqualTo(TestImages.argb(cells));
  }

  @Test
  void greyStaysGrey() throws IOException {
    BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSamples(0, 0, 2, 1, 0, new int[] {7, 200});
    assertThat(load(TestImages.encode(grey, "png")).argb()).containsExactly(0xFF070707, 0xFFC8C8C8);
  }

  @Test
  void paletteWithAlphaShowsColoursOnWhite() throws IOException {
    byte[] red = {10, 20, 30};
    byte[] green = {40, 50, 60};
    byte[] blue = {70, 80, 90};
    byte[] alpha = {(byte) 255, 0, (byte) 51};
    IndexColorModel palette = new IndexColorModel(8, 3, red, green, blue, alpha);
    BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
    picture.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {0, 1, 2});
    Pixels pixels = load(TestImages.encode(picture, "png"));
    assertThat(pixels.argb()[0]).isEqualTo(0xFF0A2846);
    assertThat(pixels.isVoid(1, 0)).isTrue();
    assertThat(pixels.argb()[2]).isEqualTo(0xFFD2D8DE);
  }

  @Test
  void sixteenBitPngGoesThroughTheWindow() throws IOException {
    BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
    picture.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {0, 257 * 9, 65_535});
    assertThat(load(TestImages.encode(picture, "png")).argb())
        .containsExactly(0xFF000000, 0xFF090909, 0xFFFFFFFF);
  }

  @Test
  void cmykJpegShowsInk() throws IOException {
    // Adobe's programs write inks inverted: 255 is no ink. Here: cyan alone, then no ink at all.
    WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 32, 16, 4, null);
    for (int x = 0; x < 32; x++) {
      for (int y = 0; y < 16; y++) {
        inks.setPixel(x, y, new int[] {x < 16 ? 0 : 255, 255, 255, 255});
      }
    }
    Pixels pixels = load(withAdobeMarker(rawJpeg(inks)));
    assertThat(colour(pixels.argb(8, 8))).isEqualTo("cyan");
    assertThat(colour(pixels.argb(24, 8))).isEqualTo("white");
  }

  /** Names a colour that JPEG may have changed a little. */
  private static String colour(int argb) {
    boolean red = (argb >> 16 & 0xFF) > 200;
    boolean green = (argb >> 8 & 0xFF) > 200;
    boolean blue = (argb & 0xFF) > 200;
    return green && blue ? (red ? "white" : "cyan") : "something else";
  }

  private static byte[] rawJpeg(Raster raster) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] withAdobeMarker(byte[] jpeg) {
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + 16).put(jpeg, 0, 2);
    out.putShort((short) 0xFFEE).putShort((short) 14);
    out.put(new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});
    return out.put(jpeg, 2, jpeg.length - 2).array();
  }

  @Test
  void namesOfAnyScriptAndOfAnyLengthWork() throws IOException {
    Path deep = folder;
    for (int i = 0; i < 12; i++) {
      deep = deep.resolve("ein sehr langer Ordnername \u5199\u771F \u0444\u043E\u0442\u043E " + i);
    }
    Files.createDirectories(deep);
    Path file = deep.resolve("\uD83D\uDCF7 \u00E4\u00F6\u00FC.png");
    Files.write(file, TestImages.encode(TestImages.noise(3, 2), "png"));
    assertThat(file.toString().length()).isGreaterThan(400);
    assertThat(ImageLoader.load(file).width()).isEqualTo(3);
  }

  @Test
  void headersAreReadWithoutDecoding() throws IOException {
    byte[] png = TestImages.encode(TestImages.noise(9, 4), "png");
    Path file = write(TestImages.pngWithExif(png, TestImages.exif(6)));
    assertThat(ImageProbe.pages(file))
        .containsExactly(
            new ImageHeader(ImageFormat.PNG, 9, 4, 3, 8, Orientation.QUARTER_CLOCKWISE));
    assertThat(ImageProbe.pages(file).get(0).width()).isEqualTo(4);
  }

  @Test
  void whatIsNoImageIsSaidByName() throws IOException {
    assertProblem(ImageProblem.MISSING, folder.resolve("gone.png"));
    assertProblem(ImageProblem.DIRECTORY, folder);
    assertProblem(ImageProblem.EMPTY, write(new byte[0]));
    assertProblem(ImageProblem.NOT_AN_IMAGE, write("just text".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatTheSystemRefusesIsUnreadable() throws IOException {
    Path belowFile = write(new byte[1]).resolve("a.png");
    assertThatThrownBy(() -> ImageLoader.load(belowFile))
        .isInstanceOfSatisfying(
            DataException.class,
            // Windows says that there is no such file.
            e ->
                assertThat(e.problem().code()).isIn(ImageProblem.UNREADABLE, ImageProblem.MISSING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "gif", "bmp", ".webp", ".tiff"})
  void halfAFileIsAnErrorInEveryFormat(String format) throws IOException {
    BufferedImage noise = TestImages.noise(80, 60);
    byte[] whole =
        format.startsWith(".")
            ? TestImages.encodeByOpenCv(noise, format)
            : TestImages.encode(noise, format);
    Path file = write(Arrays.copyOf(whole, whole.length * 6 / 10));
    assertProblem(ImageProblem.TRUNCATED, file);
  }

  @Test
  void damagedPngIsAnError() throws IOException {
    byte[] png = TestImages.encode(TestImages.noise(80, 60), "png");
    png[png.length / 2] ^= 1;
    assertProblem(ImageProblem.CORRUPT, write(png));
  }

  @Test
  void bombsAreRefusedByTheirHeaders() throws IOException {
    byte[] png = TestImages.encode(TestImages.noise(4, 4), "png");
    byte[] large = ByteBuffer.wrap(png.clone()).putInt(16, 30_000).putInt(20, 30_000).array();
    assertProblem(ImageProblem.TOO_LITTLE_DATA, write(large));
    TiffBuilder tiff = TiffBuilder.small().page(30_000, 30_000, 8, 1);
    assertProblem(ImageProblem.TRUNCATED, write(tiff.strips(new byte[100]).build()));
    byte[] packed = tiff.shorts(259, 8).build();
    assertProblem(ImageProblem.TOO_LITTLE_DATA, write(packed));
    byte[] huge = ByteBuffer.wrap(png.clone()).putInt(16, 1_000_000).putInt(20, 30_000).array();
    assertProblem(ImageProblem.TOO_LARGE, write(huge));
  }

  @Test
  void windowIsLinearBetweenItsEnds() {
    IntensityWindow window = new IntensityWindow(100, 355);
    assertThat(IntStream.of(0, 100, 101, 354, 355, 65_535).map(window::toEightBit))
        .containsExactly(0, 0, 1, 254, 255, 255);
  }

  private void assertProblem(ImageProblem code, Path file) {
    assertThatThrownBy(() -> ImageLoader.load(file))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> {
              assertThat(e.problem().code()).as(e.getMessage()).isEqualTo(code);
              assertThat(e.problem().arguments().get(0)).isEqualTo(file);
            });
  }

  private Pixels load(byte[] content) throws IOException {
    return ImageLoader.load(write(content));
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "image", ".bin"), content);
  }
}
