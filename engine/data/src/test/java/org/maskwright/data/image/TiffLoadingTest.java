package org.maskwright.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.problem.DataException;

class TiffLoadingTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "LZW, false",
    "LZW, true",
    "Deflate, false",
    "Deflate, true",
    "PackBits, false",
    "PackBits, true"
  })
  void compressionsWithoutLossComeBackPixelForPixel(String compression, boolean tiled)
      throws IOException {
    BufferedImage noise = TestImages.noise(70, 45);
    Path file = write(TestImages.tiffByJdk(noise, compression, tiled));
    assertThat(ImageLoader.load(file).argb()).isEqualTo(TestImages.argb(noise));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void jpegInsideTiffIsClose(boolean tiled) throws IOException {
    BufferedImage cells = TestImages.cells(3, 2);
    Pixels pixels = ImageLoader.load(write(TestImages.tiffByJdk(cells, "JPEG", tiled)));
    for (int x = 8; x < 48; x += 16) {
      assertThat(pixels.argb(x, 24) & 0xFF).isBetween(115 + 40 * (x / 16), 125 + 40 * (x / 16));
    }
  }

  @Test
  void differencesOfOpenCvAreAddedUp() throws IOException {
    BufferedImage noise = TestImages.noise(33, 21);
    Path file = write(TestImages.encodeByOpenCv(noise, ".tiff"));
    assertThat(ImageLoader.load(file).argb()).isEqualTo(TestImages.argb(noise));
  }

  @ParameterizedTest
  @CsvSource({"false, false", "false, true", "true, false", "true, true"})
  void sixteenBitsGoThroughTheWindow(boolean bigEndian, boolean bigTiff) throws IOException {
    ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    byte[] samples = shorts(order, 0, 1000, 2000, 3000, 65_535);
    Path file = write(new TiffBuilder(order, bigTiff).page(5, 1, 16, 1).strips(samples).build());
    ImageSettings settings = ImageSettings.DEFAULT.withWindow(new IntensityWindow(1000, 3000));
    assertThat(ImageLoader.load(ImageRef.of(file), settings).argb())
        .containsExactly(0xFF000000, 0xFF000000, 0xFF808080, 0xFFFFFFFF, 0xFFFFFFFF);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sixteenBitDifferencesAreAddedUpInBothByteOrders(boolean bigEndian) throws IOException {
    ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    byte[] packed = TestImages.deflate(shorts(order, 257 * 10, 257 * 10, 257 * -5));
    Path file =
        write(
            new TiffBuilder(order, false)
                .page(3, 1, 16, 1)
                .shorts(259, 8)
                .shorts(317, 2)
                .strips(packed)
                .build());
    assertThat(ImageLoader.load(file).argb()).containsExactly(0xFF0A0A0A, 0xFF141414, 0xFF0F0F0F);
  }

  @Test
  void signedSamplesCountFromTheSmallest() throws IOException {
    byte[] samples = shorts(ByteOrder.LITTLE_ENDIAN, -32768, 0, 32767, -9999);
    Path file =
        write(
            TiffBuilder.small()
                .page(4, 1, 16, 1)
                .shorts(339, 2)
                .text(42113, "-9999")
                .strips(samples)
                .build());
    assertThat(ImageLoader.load(file).argb())
        .startsWith(0xFF000000, 0xFF808080, 0xFFFFFFFF)
        .satisfies(argb -> assertThat(Pixels.isVoid(argb[3])).isTrue());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void fiveBandsShowThoseThatWereChosen(int planar) throws IOException {
    byte[] together = {10, 20, 30, 40, 50, 11, 21, 31, 41, 51};
    byte[][] strips =
        planar == 1
            ? new byte[][] {together}
            : new byte[][] {{10, 11}, {20, 21}, {30, 31}, {40, 41}, {50, 51}};
    Path file =
        write(
            TiffBuilder.small()
                .page(2, 1, 8, 5)
                .shorts(262, 1)
                .shorts(284, planar)
                .shorts(338, 0, 0, 0, 0)
                .strips(strips)
                .build());
    ImageSettings settings = ImageSettings.DEFAULT.withBands(new BandChoice(4, 2, 0));
    assertThat(ImageLoader.load(ImageRef.of(file), settings).argb())
        .containsExactly(0xFF321E0A, 0xFF331F0B);
  }

  @Test
  void bandThatIsNotThereIsNamed() throws IOException {
    Path file =
        write(TiffBuilder.small().page(1, 1, 8, 5).strips(new byte[] {1, 2, 3, 4, 5}).build());
    ImageSettings settings = ImageSettings.DEFAULT.withBands(new BandChoice(5, 0, 0));
    assertThatThrownBy(() -> ImageLoader.load(ImageRef.of(file), settings))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("has no band 5");
  }

  @Test
  void nodataOfTheFileOrOfTheRootIsVoid() throws IOException {
    TiffBuilder builder = TiffBuilder.small().page(3, 1, 8, 1).text(42113, "7 ");
    Path file = write(builder.strips(new byte[] {7, 8, 9}).build());
    assertThat(voids(ImageLoader.load(file))).containsExactly(true, false, false);
    ImageSettings settings = ImageSettings.DEFAULT.withNodata(9);
    assertThat(voids(ImageLoader.load(ImageRef.of(file), settings)))
        .containsExactly(false, false, true);
  }

  @Test
  void alphaIsStraightOrMultipliedInAsTheFileSays() throws IOException {
    byte[] rgba = {100, 0, 0, (byte) 128, 100, 0, 0, 0};
    Path straight = write(TiffBuilder.small().page(2, 1, 8, 4).shorts(338, 2).strips(rgba).build());
    assertThat(ImageLoader.load(straight).argb()[0]).isEqualTo(0xFFB17F7F);
    assertThat(voids(ImageLoader.load(straight))).containsExactly(false, true);
    Path multiplied =
        write(TiffBuilder.small().page(2, 1, 8, 4).shorts(338, 1).strips(rgba).build());
    assertThat(ImageLoader.load(multiplied).argb()[0]).isEqualTo(0xFFE37F7F);
  }

  @Test
  void palettesBilevelAndInvertedGreyShowTheirColours() throws IOException {
    int[] map = new int[768];
    map[1] = 0xFFFF;
    map[256 + 2] = 0x8080;
    byte[] indices = {1, 2, 0};
    Path palette =
        write(
            TiffBuilder.small()
                .page(3, 1, 8, 1)
                .shorts(262, 3)
                .shorts(320, map)
                .strips(indices)
                .build());
    assertThat(ImageLoader.load(palette).argb())
        .containsExactly(0xFFFF0000, 0xFF008000, 0xFF000000);
    Path bilevel = write(TiffBuilder.small().page(3, 1, 1, 1).strips(new byte[] {0x40}).build());
    assertThat(ImageLoader.load(bilevel).argb())
        .containsExactly(0xFF000000, 0xFFFFFFFF, 0xFF000000);
    Path inverted =
        write(
            TiffBuilder.small().page(2, 1, 8, 1).shorts(262, 0).strips(new byte[] {0, 5}).build());
    assertThat(ImageLoader.load(inverted).argb()).containsExactly(0xFFFFFFFF, 0xFFFAFAFA);
  }

  @Test
  void pagesAreImagesAndThumbnailsAreNot() throws IOException {
    TiffBuilder builder = TiffBuilder.small();
    for (int i = 0; i < 3; i++) {
      builder.page(i + 1, 1, 8, 1).strips(new byte[i + 1]);
      builder.page(1, 1, 8, 1).longs(254, 1).strips(new byte[1]);
    }
    Path file = write(builder.build());
    assertThat(ImageProbe.images(file))
        .isEqualTo(IntStream.of(1, 2, 3).mapToObj(page -> new ImageRef(file, page)).toList());
    assertThat(ImageLoader.load(new ImageRef(file, 3), ImageSettings.DEFAULT).width()).isEqualTo(3);
    assertThatThrownBy(() -> ImageLoader.load(new ImageRef(file, 4), ImageSettings.DEFAULT))
        .hasMessageContaining("has no page 4");
  }

  @Test
  void edgesOfTilesAreCutOff() throws IOException {
    byte[] left = new byte[256];
    byte[] right = new byte[256];
    Arrays.fill(left, (byte) 1);
    Arrays.fill(right, (byte) 2);
    Path file = write(TiffBuilder.small().page(17, 2, 8, 1).tiles(16, 16, left, right).build());
    int[] argb = ImageLoader.load(file).argb();
    assertThat(List.of(argb[15], argb[16], argb[17], argb[33]))
        .containsExactly(0xFF010101, 0xFF020202, 0xFF010101, 0xFF020202);
  }

  @Test
  void fractionsAreRefusedByName() throws IOException {
    Path file =
        write(TiffBuilder.small().page(1, 1, 32, 1).shorts(339, 3).strips(new byte[4]).build());
    assertThatThrownBy(() -> ImageLoader.load(file))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ImageProblem.UNSUPPORTED));
  }

  private static List<Boolean> voids(Pixels pixels) {
    return IntStream.of(pixels.argb()).mapToObj(Pixels::isVoid).toList();
  }

  private static byte[] shorts(ByteOrder order, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 2).order(order);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(folder, "image", ".tif"), content);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void oneLargePackedStripComesInParts(int planar) throws IOException {
    int side = 2500;
    byte[] plane = new byte[side * side];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (byte) (i / side % 251);
    }
    byte[] together = new byte[plane.length * 3];
    for (int i = 0; i < together.length; i++) {
      together[i] = plane[i / 3];
    }
    byte[] packed = TestImages.deflate(plane);
    TiffBuilder tiff = TiffBuilder.small().page(side, side, 8, 3).shorts(259, 8);
    byte[] content =
        planar == 1
            ? tiff.strips(TestImages.deflate(together)).build()
            : tiff.shorts(284, 2).strips(packed, packed, packed).build();
    int[] argb = ImageLoader.load(write(content)).argb();
    for (int y = 0; y < side; y++) {
      assertThat(argb[y * side + 1] & 0xFFFFFF).isEqualTo(y % 251 * 0x010101);
    }
  }
}
