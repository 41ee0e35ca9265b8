package org.maskwright.network.predict;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.Region;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.layer.Floats;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Images as a network wants them: at its working scale, normalised, [1, row, column, channel]. */
public final class InputImage {

  private InputImage() {}

  /** A side of an image at working scale; never less than one pixel. */
  public static int scaled(int size, double workingScale) {
    return (int) Math.max(1, Math.round(size * workingScale));
  }

  /** The whole image; the caller closes it. */
  public static INDArray of(Pixels image, double workingScale, Preprocessing preprocessing) {
    Pixels seen = resized(image, workingScale);
    int width = seen.width();
    int height = seen.height();
    int[] argb = seen.argb();
    INDArray input = Nd4j.createUninitializedDetached(DataType.FLOAT, 1, height, width, 3);
    float[] colour = new float[3];
    float[] row = new float[width * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int pixel = argb[y * width + x];
        for (int c = 0; c < 3; c++) {
          colour[c] = pixel >> 16 - 8 * c & 0xFF;
        }
        preprocessing.put(colour, row, x * 3);
      }
      Floats.write(input, (long) y * row.length, row, row.length);
    }
    return input;
  }

  /** A part of an image. */
  static Pixels cut(Pixels image, Region part) {
    int[] argb = new int[part.width() * part.height()];
    for (int y = 0; y < part.height(); y++) {
      int from = (part.y() + y) * image.width() + part.x();
      System.arraycopy(image.argb(), from, argb, y * part.width(), part.width());
    }
    return new Pixels(part.width(), part.height(), argb);
  }

  /** The image itself, or as it looks at another scale: there nothing is void. */
  public static Pixels resized(Pixels image, double scale) {
    int width = scaled(image.width(), scale);
    int height = scaled(image.height(), scale);
    if (width == image.width() && height == image.height()) {
      return image;
    }
    boolean smaller = width < image.width();
    int[] argb = new int[Math.multiplyExact(width, height)];
    try (IntPointer pixels = new IntPointer(image.argb());
        Mat from = new Mat(image.height(), image.width(), opencv_core.CV_8UC4, pixels);
        Size size = new Size(width, height);
        Mat to = new Mat()) {
      int how = smaller ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
      opencv_imgproc.resize(from, to, size, 0, 0, how);
      new IntPointer(to.data()).get(argb);
    }
    for (int i = 0; i < argb.length; i++) {
      argb[i] |= 0xFF000000;
    }
    return new Pixels(width, height, argb);
  }
}
