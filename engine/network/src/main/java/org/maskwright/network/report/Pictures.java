package org.maskwright.network.report;

import java.util.Base64;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.maskwright.data.image.Pixels;

/** Pixels as files that everything can show. */
public final class Pictures {

  private Pictures() {}

  public static byte[] png(Pixels pixels) {
    try (Mat picture = mat(pixels)) {
      return encode(picture, ".png");
    }
  }

  /** A JPEG that a page holds within itself, no wider than so many pixels. */
  static String dataUri(Pixels pixels, int maxWidth) {
    try (Mat picture = mat(pixels);
        Mat shown = new Mat()) {
      if (pixels.width() <= maxWidth) {
        picture.copyTo(shown);
      } else {
        int height = Math.max(1, Math.round((float) pixels.height() * maxWidth / pixels.width()));
        try (Size size = new Size(maxWidth, height)) {
          opencv_imgproc.resize(picture, shown, size, 0, 0, opencv_imgproc.INTER_AREA);
        }
      }
      return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(encode(shown, ".jpg"));
    }
  }

  private static Mat mat(Pixels pixels) {
    byte[] bgr = new byte[Math.multiplyExact(pixels.argb().length, 3)];
    int to = 0;
    for (int pixel : pixels.argb()) {
      bgr[to++] = (byte) pixel;
      bgr[to++] = (byte) (pixel >> 8);
      bgr[to++] = (byte) (pixel >> 16);
    }
    Mat mat = new Mat(pixels.height(), pixels.width(), opencv_core.CV_8UC3);
    mat.data().put(bgr);
    return mat;
  }

  private static byte[] encode(Mat picture, String extension) {
    try (BytePointer encoded = new BytePointer()) {
      if (!opencv_imgcodecs.imencode(extension, picture, encoded)) {
        throw new IllegalStateException("OpenCV cannot write " + extension);
      }
      byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
      encoded.get(bytes);
      return bytes;
    }
  }
}
