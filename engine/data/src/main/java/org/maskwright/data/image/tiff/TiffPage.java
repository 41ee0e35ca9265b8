package org.maskwright.data.image.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.label.Region;

/**
 * A page as its tags describe it. The sizes were checked when the header was read; here it is
 * checked that the pieces are all there.
 */
public final class TiffPage {

  private static final int NONE = 1;
  private static final int UNSIGNED = 1;

  /** Tags that say how to decode a piece, apart from those that say where it is. */
  private static final int[] DECODING_TAGS = {
    TiffTag.BITS_PER_SAMPLE,
    TiffTag.COMPRESSION,
    TiffTag.PHOTOMETRIC,
    TiffTag.FILL_ORDER,
    TiffTag.SAMPLES_PER_PIXEL,
    TiffTag.PLANAR,
    TiffTag.T4_OPTIONS,
    TiffTag.T6_OPTIONS,
    TiffTag.PREDICTOR,
    TiffTag.COLOR_MAP,
    TiffTag.EXTRA_SAMPLES,
    TiffTag.SAMPLE_FORMAT,
    TiffTag.JPEG_TABLES,
    TiffTag.YCBCR_COEFFICIENTS,
    TiffTag.YCBCR_SUBSAMPLING,
    TiffTag.YCBCR_POSITIONING,
    TiffTag.REFERENCE_BLACK_WHITE
  };

  private final FileBytes file;
  private final TiffDirectory tags;
  private final Region bounds;
  private final int samples;
  private final int bits;

  private TiffPage(FileBytes file, TiffDirectory tags) throws IOException {
    this.file = file;
    this.tags = tags;
    this.bounds =
        new Region(
            0,
            0,
            Math.toIntExact(tags.number(TiffTag.WIDTH, 0)),
            Math.toIntExact(tags.number(TiffTag.HEIGHT, 0)));
    this.samples = (int) tags.number(TiffTag.SAMPLES_PER_PIXEL, 1);
    this.bits = (int) tags.number(TiffTag.BITS_PER_SAMPLE, 1);
  }

  /** Finds a page whose header has been read and accepted. */
  public static TiffPage find(FileBytes file, int index) throws IOException {
    List<TiffDirectory> last = new ArrayList<>();
    int[] toSkip = {index};
    TiffStream.open(file, 0)
        .pages(
            page -> {
              last.clear();
              last.add(page);
              return toSkip[0]-- > 0;
            });
    if (last.isEmpty()) {
      throw file.problem(ImageProblem.CORRUPT, "no page in it");
    }
    return new TiffPage(file, last.get(0));
  }

  public TiffDirectory tags() {
    return tags;
  }

  public ByteOrder order() {
    return tags.order();
  }

  public int width() {
    return bounds.width();
  }

  public int height() {
    return bounds.height();
  }

  public int samples() {
    return samples;
  }

  public int bits() {
    return bits;
  }

  public int compression() throws IOException {
    return (int) tags.number(TiffTag.COMPRESSION, NONE);
  }

  public boolean uncompressed() throws IOException {
    return compression() == NONE;
  }

  public int photometric() throws IOException {
    return (int) tags.number(TiffTag.PHOTOMETRIC, 1);
  }

  public int sampleFormat() throws IOException {
    return (int) tags.number(TiffTag.SAMPLE_FORMAT, UNSIGNED);
  }

  /** True if rows are stored as differences between neighbours. */
  public boolean differences() throws IOException {
    return tags.number(TiffTag.PREDICTOR, 1) == 2;
  }

  /** True if each band has pieces of its own. */
  public boolean separatePlanes() throws IOException {
    return samples > 1 && tags.number(TiffTag.PLANAR, 1) == 2;
  }

  /** Bands that lie next to each other in one piece. */
  public int samplesInPiece() throws IOException {
    return separatePlanes() ? 1 : samples;
  }

  /** What the last band is: 1 opacity multiplied in, 2 opacity, anything else is a band. */
  public int meaningOfLastSample() throws IOException {
    long[] extra = tags.numbers(TiffTag.EXTRA_SAMPLES);
    return extra.length == 0 || extra.length >= samples ? 0 : (int) extra[extra.length - 1];
  }

  /** The nodata value that GDAL writes as text; null if there is none or no sample can have it. */
  public @Nullable Integer nodata() throws IOException {
    String text = tags.text(TiffTag.GDAL_NODATA);
    try {
      double value = text == null ? Double.NaN : Double.parseDouble(text.trim());
      return value == Math.rint(value) && Math.abs(value) <= 65_535 ? (int) value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The pieces of the page, which are all there; their places together are the page. */
  public TiffPieces pieces() throws IOException {
    TiffPieces pieces = new TiffPieces(file, this);
    for (int i = 0; i < pieces.count(); i++) {
      pieces.at(i);
    }
    return pieces;
  }

  /**
   * A file whose samples are those of one plane of a piece, as if they all were grey pixels side by
   * side: a decoder gives them back untouched, however many bands there are. Differences between
   * neighbours are left in.
   */
  public MiniTiff asGrey(TiffPiece piece, int plane) throws IOException {
    int width = Math.multiplyExact(piece.codedWidth(), samplesInPiece());
    MiniTiff mini = new MiniTiff(order(), width, piece.codedHeight(), piece.data().get(plane));
    mini.add(RawTag.ofShort(TiffTag.BITS_PER_SAMPLE, bits, order()));
    mini.add(RawTag.ofShort(TiffTag.COMPRESSION, compression(), order()));
    mini.add(RawTag.ofShort(TiffTag.PHOTOMETRIC, 1, order()));
    mini.add(RawTag.ofShort(TiffTag.SAMPLES_PER_PIXEL, 1, order()));
    if (tags.has(TiffTag.FILL_ORDER)) {
      mini.add(tags.raw(TiffTag.FILL_ORDER));
    }
    return mini;
  }

  /** A file that shows a piece as the page would, palette, subsampling and all. */
  public MiniTiff asPicture(TiffPiece piece) throws IOException {
    MiniTiff mini =
        new MiniTiff(order(), piece.codedWidth(), piece.codedHeight(), piece.data().get(0));
    for (int tag : DECODING_TAGS) {
      if (tags.has(tag)) {
        mini.add(tags.raw(tag));
      }
    }
    return mini;
  }
}
