package org.maskwright.data.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Draws small pictures and writes them in all formats, with and without EXIF. */
public final class TestImages {

  private TestImages() {}

  public static BufferedImage noise(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, random.nextInt());
      }
    }
    return picture;
  }

  /** Cells of 16 x 16 pixels; cell (column, row) has the grey value 20 + 40 column + 100 row. */
  public static BufferedImage cells(int columns, int rows) {
    BufferedImage picture =
        new BufferedImage(columns * 16, rows * 16, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < rows * 16; y++) {
      for (int x = 0; x < columns * 16; x++) {
        int grey = 20 + 40 * (x / 16) + 100 * (y / 16);
        picture.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    return picture;
  }

  public static int[] argb(BufferedImage picture) {
    int width = picture.getWidth();
    return picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width);
  }

  public static byte[] encode(BufferedImage picture, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(picture, format, out)).as(format).isTrue();
    return out.toByteArray();
  }

  /** WebP without loss and GIF, which the JDK cannot write or does not write in colour. */
  public static byte[] encodeByOpenCv(BufferedImage picture, String extension) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    ByteBuffer bgr = ByteBuffer.allocateDirect(width * height * 3);
    for (int pixel : argb(picture)) {
      bgr.put((byte) pixel).put((byte) (pixel >> 8)).put((byte) (pixel >> 16));
    }
    try (BytePointer samples = new BytePointer(bgr.flip());
        Mat mat = new Mat(height, width, opencv_core.CV_8UC3, samples);
        BytePointer out = new BytePointer();
        IntPointer settings = settings(extension)) {
      assertThat(opencv_imgcodecs.imencode(extension, mat, out, settings)).isTrue();
      byte[] bytes = new byte[(int) out.limit()];
      out.get(bytes);
      return bytes;
    }
  }

  private static IntPointer settings(String extension) {
    // Above 100 the quality of WebP means: without loss.
    return extension.equals(".webp")
        ? new IntPointer(opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 101)
        : new IntPointer();
  }

  /** A block of EXIF with nothing but an orientation. */
  public static byte[] exif(int orientation) {
    return ByteBuffer.allocate(26)
        .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
        .putInt(8)
        .putShort((short) 1)
        .putShort((short) 274)
        .putShort((short) 3)
        .putInt(1)
        .putShort((short) orientation)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }

  public static byte[] jpegWithExif(byte[] jpeg, byte[] exif) {
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + exif.length + 10);
    out.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
    out.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1)).put(exif);
    return out.put(jpeg, 2, jpeg.length - 2).array();
  }

  public static byte[] pngWithExif(byte[] png, byte[] exif) {
    int afterHeader = 33;
    ByteBuffer out = ByteBuffer.allocate(png.length + exif.length + 12);
    out.put(png, 0, afterHeader).put(chunk("eXIf", exif));
    return out.put(png, afterHeader, png.length - afterHeader).array();
  }

  public static byte[] chunk(String type, byte[] content) {
    ByteBuffer chunk = ByteBuffer.allocate(content.length + 12).putInt(content.length);
    chunk.put(type.getBytes(StandardCharsets.ISO_8859_1)).put(content);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array(), 4, content.length + 4);
    return chunk.putInt((int) checksum.getValue()).array();
  }

  /** Puts the one chunk of a simple WebP into the extended form, with EXIF behind it. */
  public static byte[] webpWithExif(byte[] webp, byte[] exif, int width, int height) {
    ByteBuffer out =
        ByteBuffer.allocate(webp.length + 18 + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(webp, 0, 4).putInt(out.capacity() - 8).put(webp, 8, 4);
    out.put("VP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(10).putInt(8);
    putU24(out, width - 1);
    putU24(out, height - 1);
    out.put(webp, 12, webp.length - 12);
    out.put("EXIF".getBytes(StandardCharsets.ISO_8859_1)).putInt(exif.length).put(exif);
    return out.array();
  }

  private static void putU24(ByteBuffer out, int value) {
    out.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
  }

  public static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater();
    deflater.setInput(bytes);
    deflater.finish();
    byte[] out = new byte[bytes.length + 100];
    int length = deflater.deflate(out);
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  public static byte[] tiffByJdk(BufferedImage picture, String compression, boolean tiled)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionType(compression);
      if (tiled) {
        settings.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setTiling(32, 32, 0, 0);
      }
      writer.write(null, new IIOImage(picture, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
