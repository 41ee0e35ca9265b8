package org.maskwright.data.image.header;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.image.tiff.TiffDirectory;
import org.maskwright.data.image.tiff.TiffStream;
import org.maskwright.data.image.tiff.TiffTag;

/** Size, samples and orientation of the pages of a TIFF. */
final class TiffHeader {

  private static final int PALETTE = 3;
  private static final int MAX_BANDS = 1024;

  private TiffHeader() {}

  static List<ImageHeader> read(FileBytes file) throws IOException {
    List<ImageHeader> pages = new ArrayList<>();
    TiffStream.open(file, 0).pages(page -> pages.add(header(file, page)));
    if (pages.isEmpty()) {
      throw file.problem(ImageProblem.CORRUPT, "no page in it");
    }
    return List.copyOf(pages);
  }

  private static ImageHeader header(FileBytes file, TiffDirectory page) throws IOException {
    long width = page.number(TiffTag.WIDTH, 0);
    long height = page.number(TiffTag.HEIGHT, 0);
    Limits.checkSize(file, width, height);
    long samples = page.number(TiffTag.SAMPLES_PER_PIXEL, 1);
    long bits = page.number(TiffTag.BITS_PER_SAMPLE, 1);
    if (samples < 1 || samples > MAX_BANDS || bits < 1 || bits > 64) {
      throw file.problem(ImageProblem.CORRUPT, samples + " bands of " + bits + " bits");
    }
    boolean palette = page.number(TiffTag.PHOTOMETRIC, 1) == PALETTE;
    return new ImageHeader(
        ImageFormat.TIFF,
        (int) width,
        (int) height,
        palette ? 3 : (int) samples,
        palette ? 8 : (int) bits,
        Orientation.ofExif(page.number(TiffTag.ORIENTATION, 1)));
  }
}
