package org.maskwright.data.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.task.Progress;

/**
 * Decodes the formats that OpenCV can only decode as a whole: outside the heap it needs the file's
 * bytes and those of its samples at the same time, 3 a pixel for a photograph.
 */
final class WholeDecoder implements Decoder {

  /** About as many pixels as are handed over at once. */
  private static final int BLOCK = 1 << 22;

  private static final int MAX_FILE = Integer.MAX_VALUE - 64;

  private final FileBytes file;
  private final ImageHeader header;
  private final Mat decoded;

  WholeDecoder(FileBytes file, ImageHeader header) throws IOException {
    this.file = file;
    this.header = header;
    long samples = header.pixels() * header.bands() * (header.bits() > 8 ? 2 : 1);
    Memory.requireNative(file.path(), file.size() + samples);
    if (file.size() > MAX_FILE) {
      throw file.problem(ImageProblem.UNSUPPORTED, "a file of over 2 GB that is not a TIFF");
    }
    this.decoded = decode();
    if (decoded.cols() != header.storedWidth() || decoded.rows() != header.storedHeight()) {
      decoded.close();
      throw file.problem(ImageProblem.CORRUPT, "its size is not what its header says");
    }
  }

  private Mat decode() throws IOException {
    try (Mat buffer = OpenCv.buffer((int) file.size())) {
      ByteBuffer bytes = buffer.createBuffer();
      Soundness.fill(file, header, bytes);
      Mat found = OpenCv.decode(buffer, bytes.limit());
      if (found == null) {
        throw file.problem(ImageProblem.CORRUPT, "its pixels cannot be decoded");
      }
      return found;
    }
  }

  @Override
  public Layout layout() {
    return Layout.ofOpenCv(decoded.channels());
  }

  @Override
  public void decode(Sink sink, Progress progress) throws IOException {
    int step = Math.max(1, BLOCK / header.storedWidth());
    for (int top = 0; top < header.storedHeight(); top += step) {
      progress.checkCancelled();
      int height = Math.min(step, header.storedHeight() - top);
      SampleBlock block = OpenCv.rows(decoded, top, height);
      if (block == null) {
        throw file.problem(ImageProblem.UNSUPPORTED, "samples that are not of 8 or 16 bits");
      }
      sink.accept(block);
      progress.report("decode", top + height, header.storedHeight());
    }
  }

  @Override
  public void close() {
    decoded.close();
  }
}
