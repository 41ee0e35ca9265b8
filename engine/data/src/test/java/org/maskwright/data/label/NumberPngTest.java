package org.maskwright.data.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.data.problem.DataException;
import org.maskwright.testing.Mutations;
import org.maskwright.testing.Pngs;

class NumberPngTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1,1", "7,5", "1,300", "300,1", "511,257"})
  void everyNumberComesBack(int width, int height) throws IOException {
    char[] numbers = noise(width * height);

    assertThat(NumberPng.read(file(written(width, height, numbers))).numbers()).isEqualTo(numbers);
  }

  @Test
  void otherReadersFindTheSameNumbers() throws IOException {
    char[] numbers = noise(50 * 40);

    BufferedImage image = ImageIO.read(file(written(50, 40, numbers)).toFile());

    assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_USHORT_GRAY);
    short[] found = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < numbers.length; i++) {
      assertThat((char) found[i]).isEqualTo(numbers[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void foreignFilesAreReadInterlacedToo(boolean interlaced) throws IOException {
    for (int[] size : new int[][] {{1, 1}, {3, 2}, {5, 9}, {37, 23}}) {
      char[] numbers = noise(size[0] * size[1]);
      byte[] foreign = foreign(size[0], size[1], numbers, interlaced);

      assertThat(NumberPng.read(file(foreign)).numbers()).isEqualTo(numbers);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void everyFilterIsUndone(int filter) throws IOException {
    char[] numbers = noise(19 * 11);

    byte[] png = Pngs.grey(19, 11, 16, filtered(numbers, 19, 11, filter));

    assertThat(NumberPng.read(file(png)).numbers()).isEqualTo(numbers);
  }

  @Test
  void fewerBitsAreEnoughForSmallNumbers() throws IOException {
    byte[] png = Pngs.grey(4, 1, 8, new byte[] {0, 0, 1, (byte) 200, (byte) 255});

    assertThat(NumberPng.read(file(png)).numbers()).isEqualTo(new char[] {0, 1, 200, 255});
  }

  @Test
  void coloursAreRefused() throws IOException {
    Path png = file(Pngs.file(Pngs.header(4, 4, 16, 2, 0), Pngs.end()));

    assertThatThrownBy(() -> NumberPng.read(png))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> assertThat(e.problem().code()).isEqualTo(MaskPngProblem.COLOURS));
  }

  @Test
  void damagedFilesGiveAResultOrATypedError() throws IOException {
    byte[] plain = written(64, 48, noise(64 * 48));
    byte[] interlaced = foreign(37, 23, noise(37 * 23), true);

    for (byte[] healthy : new byte[][] {plain, interlaced}) {
      Mutations.survives(healthy, 1000, damaged -> NumberPng.read(file(damaged)));
      Mutations.survives(healthy, 1000, damaged -> NumberPng.read(file(Pngs.repairSums(damaged))));
    }
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("numbers.png"), content);
  }

  private static char[] noise(int count) {
    char[] numbers = new char[count];
    Random random = new Random(count);
    for (int i = 0; i < count; i++) {
      numbers[i] = (char) random.nextInt(1 << 16);
    }
    return numbers;
  }

  private static byte[] written(int width, int height, char[] numbers) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NumberPng.write(out, new NumberImage(width, height, numbers));
    return out.toByteArray();
  }

  /** What the JDK's own writer makes of it. */
  private static byte[] foreign(int width, int height, char[] numbers, boolean interlaced)
      throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
    for (int i = 0; i < numbers.length; i++) {
      image.getRaster().setSample(i % width, i / width, 0, numbers[i]);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setProgressiveMode(
          interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** Rows with the filter applied byte by byte, by the formulas of the PNG specification. */
  private static byte[] filtered(char[] numbers, int width, int height, int filter) {
    int bytes = 2 * width;
    byte[] plain = new byte[bytes * height];
    for (int i = 0; i < numbers.length; i++) {
      plain[2 * i] = (byte) (numbers[i] >> 8);
      plain[2 * i + 1] = (byte) numbers[i];
    }
    byte[] rows = new byte[(bytes + 1) * height];
    for (int y = 0; y < height; y++) {
      rows[y * (bytes + 1)] = (byte) filter;
      for (int x = 0; x < bytes; x++) {
        int a = x < 2 ? 0 : plain[y * bytes + x - 2] & 0xFF;
        int b = y == 0 ? 0 : plain[(y - 1) * bytes + x] & 0xFF;
        int c = x < 2 || y == 0 ? 0 : plain[(y - 1) * bytes + x - 2] & 0xFF;
        int pa = Math.abs(b - c);
        int pb = Math.abs(a - c);
        int pc = Math.abs(a + b - 2 * c);
        int paeth = pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
        int predicted = new int[] {0, a, b, (a + b) / 2, paeth}[filter];
        rows[y * (bytes + 1) + 1 + x] = (byte) (plain[y * bytes + x] - predicted);
      }
    }
    return rows;
  }
}
