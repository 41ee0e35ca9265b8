package org.maskwright.data.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.data.problem.DataException;
import org.maskwright.testing.Mutations;
import org.maskwright.testing.Pngs;

class MaskPngTest {

  @ParameterizedTest
  @CsvSource({"1,1", "7,5", "1,300", "300,1", "1023,517"})
  void everyIndexComesBack(int width, int height) throws IOException {
    byte[] indices = noise(width, height, 256);

    IndexedImage read = MaskPng.read(written(width, height, indices), "mask.png");

    assertThat(read).isEqualTo(new IndexedImage(width, height, indices, Palette.voc()));
  }

  @Test
  void greyValuesComeBackGrey() throws IOException {
    byte[] values = noise(33, 9, 256);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MaskPng.writeGrey(out, 33, 9, values);

    assertThat(MaskPng.read(out.toByteArray(), "codes.png"))
        .isEqualTo(new IndexedImage(33, 9, values, new int[0]));
  }

  @Test
  void otherReadersFindIndicesAndThePaletteOfVoc() throws IOException {
    byte[] indices = noise(50, 40, 256);

    BufferedImage image = ImageIO.read(new ByteArrayInputStream(written(50, 40, indices)));

    byte[] found = (byte[]) image.getRaster().getDataElements(0, 0, 50, 40, null);
    assertThat(found).isEqualTo(indices);
    assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(Palette.voc(indices[0] & 0xFF));
    assertThat(((IndexColorModel) image.getColorModel()).getMapSize()).isEqualTo(256);
  }

  @Test
  void theSameMaskGivesTheSameBytes() throws IOException {
    byte[] indices = noise(100, 100, 3);

    assertThat(written(100, 100, indices)).isEqualTo(written(100, 100, indices.clone()));
  }

  @Test
  void filesOnDiskAreReadByPath(@TempDir Path folder) throws IOException {
    byte[] indices = noise(8, 8, 5);
    Path file = Files.write(folder.resolve("マスク.png"), written(8, 8, indices));

    assertThat(MaskPng.read(file).indices()).isEqualTo(indices);
  }

  @ParameterizedTest
  @CsvSource({"1,false", "2,false", "4,false", "8,false", "1,true", "2,true", "4,true", "8,true"})
  void paletteFilesOfEveryDepthAreReadInterlacedToo(int depth, boolean interlaced)
      throws IOException {
    int colours = 1 << depth;
    for (int[] size : new int[][] {{1, 1}, {3, 2}, {5, 9}, {37, 23}}) {
      byte[] indices = noise(size[0], size[1], colours);
      byte[] file = foreign(size[0], size[1], indices, depth, interlaced);

      IndexedImage read = MaskPng.read(file, "foreign.png");

      assertThat(read.indices()).isEqualTo(indices);
      assertThat(read.palette()).containsExactly(Arrays.copyOf(Palette.voc(), colours));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void everyFilterIsUndone(int filter) throws IOException {
    byte[] indices = noise(31, 17, 256);

    byte[] file = Pngs.grey(31, 17, 8, filtered(indices, 31, 17, filter));

    assertThat(MaskPng.read(file, "filtered.png").indices()).isEqualTo(indices);
  }

  @Test
  void greyOfFewBitsKeepsItsNumbersUnscaled() throws IOException {
    byte[] file = Pngs.grey(4, 1, 2, new byte[] {0, (byte) 0b00_01_10_11});

    assertThat(MaskPng.read(file, "grey2.png").indices()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void colourAndSixteenBitFilesAreRefused() {
    assertProblem(header(4, 4, 8, 2), MaskPngProblem.COLOURS);
    assertProblem(header(4, 4, 8, 6), MaskPngProblem.COLOURS);
    assertProblem(header(4, 4, 16, 0), MaskPngProblem.SIXTEEN_BIT);
    assertProblem(header(4, 4, 16, 3), MaskPngProblem.CORRUPT);
  }

  @Test
  void hugeClaimsAreRefusedBeforeAnythingIsAllocated() {
    assertProblem(header(1 << 30, 1 << 30, 8, 0), MaskPngProblem.TOO_LARGE);
    assertProblem(header(16_000, 16_000, 8, 0), MaskPngProblem.TRUNCATED);
  }

  @Test
  void damageIsNamed() throws IOException {
    byte[] good = written(9, 9, noise(9, 9, 4));
    byte[] wrongSum = good.clone();
    wrongSum[good.length - 1] ^= 1;
    byte[] rows = {7, 1, 2, 3};

    assertProblem(wrongSum, MaskPngProblem.CORRUPT);
    assertProblem(Arrays.copyOf(good, good.length - 5), MaskPngProblem.TRUNCATED);
    assertProblem(new byte[0], MaskPngProblem.NOT_PNG);
    assertProblem("GIF89a and more".getBytes(StandardCharsets.US_ASCII), MaskPngProblem.NOT_PNG);
    assertProblem(Pngs.grey(3, 1, 8, rows), MaskPngProblem.CORRUPT);
    assertProblem(Pngs.grey(3, 2, 8, new byte[] {0, 1, 2, 3}), MaskPngProblem.TRUNCATED);
    assertProblem(Pngs.file(Pngs.header(3, 1, 8, 3, 0), Pngs.end()), MaskPngProblem.CORRUPT);
  }

  @Test
  void damagedFilesGiveAResultOrATypedError() throws IOException {
    byte[] plain = written(64, 48, noise(64, 48, 6));
    byte[] interlaced = foreign(37, 23, noise(37, 23, 16), 4, true);

    for (byte[] healthy : new byte[][] {plain, interlaced}) {
      Mutations.survives(healthy, 1000, damaged -> MaskPng.read(damaged, "damaged.png"));
      Mutations.survives(
          healthy, 1000, damaged -> MaskPng.read(Pngs.repairSums(damaged), "damaged.png"));
    }
  }

  private static byte[] noise(int width, int height, int values) {
    byte[] indices = new byte[width * height];
    Random random = new Random(values);
    for (int i = 0; i < indices.length; i++) {
      indices[i] = (byte) random.nextInt(values);
    }
    return indices;
  }

  private static byte[] written(int width, int height, byte[] indices) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MaskPng.write(out, width, height, indices);
    return out.toByteArray();
  }

  private static byte[] header(int width, int height, int depth, int colourType) {
    return Pngs.file(Pngs.header(width, height, depth, colourType, 0), Pngs.end());
  }

  /** What the JDK's own writer makes of it. */
  private static byte[] foreign(int width, int height, byte[] indices, int depth, boolean lace)
      throws IOException {
    IndexColorModel colours =
        new IndexColorModel(depth, 1 << depth, Palette.voc(), 0, false, -1, 0);
    int type = depth == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
    BufferedImage image = new BufferedImage(width, height, type, colours);
    for (int i = 0; i < indices.length; i++) {
      image.getRaster().setSample(i % width, i / width, 0, indices[i] & 0xFF);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setProgressiveMode(lace ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** Rows with the filter applied, by the formulas of the PNG specification. */
  private static byte[] filtered(byte[] pixels, int width, int height, int filter) {
    byte[] rows = new byte[(width + 1) * height];
    for (int y = 0; y < height; y++) {
      rows[y * (width + 1)] = (byte) filter;
      for (int x = 0; x < width; x++) {
        int a = x == 0 ? 0 : pixels[y * width + x - 1] & 0xFF;
        int b = y == 0 ? 0 : pixels[(y - 1) * width + x] & 0xFF;
        int c = x == 0 || y == 0 ? 0 : pixels[(y - 1) * width + x - 1] & 0xFF;
        int p = a + b - c;
        int pa = Math.abs(p - a);
        int pb = Math.abs(p - b);
        int pc = Math.abs(p - c);
        int paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
        int predicted = new int[] {0, a, b, (a + b) / 2, paeth}[filter];
        rows[y * (width + 1) + 1 + x] = (byte) (pixels[y * width + x] - predicted);
      }
    }
    return rows;
  }

  private static void assertProblem(byte[] file, MaskPngProblem expected) {
    ThrowingCallable reading = () -> MaskPng.read(file, "bad.png");
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            DataException.class, e -> assertThat(e.problem().code()).isEqualTo(expected))
        .hasMessageContaining("bad.png");
  }
}
