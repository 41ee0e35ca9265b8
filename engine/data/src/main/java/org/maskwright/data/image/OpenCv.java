package org.maskwright.data.image;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.label.Region;

/** The few calls into OpenCV that decode, with its errors made harmless. */
final class OpenCv {

  private OpenCv() {}

  /** Memory outside the heap for the bytes of a file. */
  static Mat buffer(int size) {
    return new Mat(1, size, opencv_core.CV_8UC1);
  }

  /**
   * Decodes an image as it is stored: all bits, all channels, not turned.
   *
   * @param length how many bytes of the buffer hold the image
   * @return null if it cannot be decoded
   */
  static @Nullable Mat decode(Mat buffer, int length) {
    try (Mat encoded = buffer.colRange(0, length)) {
      Mat decoded = opencv_imgcodecs.imdecode(encoded, opencv_imgcodecs.IMREAD_UNCHANGED);
      return decoded == null || decoded.empty() ? null : decoded;
    } catch (RuntimeException e) {
      // This is how exceptions of C++ arrive here; a decoder throws them at damaged files.
      return null;
    }
  }

  /** Copies rows of a decoded image. */
  static @Nullable SampleBlock rows(Mat decoded, int top, int height) {
    int bands = decoded.channels();
    Region place = new Region(0, top, decoded.cols(), height);
    int count = Math.multiplyExact((int) place.area(), bands);
    try (BytePointer start = decoded.ptr(top)) {
      if (decoded.depth() == opencv_core.CV_8U) {
        byte[] samples = new byte[count];
        start.get(samples);
        return new SampleBlock(place, samples);
      } else if (decoded.depth() == opencv_core.CV_16U) {
        short[] samples = new short[count];
        try (ShortPointer sixteenBit = new ShortPointer(start)) {
          sixteenBit.get(samples);
        }
        return new SampleBlock(place, samples);
      }
    }
    return null;
  }
}
