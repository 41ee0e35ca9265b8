package org.maskwright.data.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bytedeco.opencv.opencv_core.Mat;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.image.tiff.MiniTiff;
import org.maskwright.data.image.tiff.TiffPage;
import org.maskwright.data.image.tiff.TiffPiece;
import org.maskwright.data.image.tiff.TiffPieces;
import org.maskwright.data.label.Region;
import org.maskwright.data.task.Progress;

/**
 * Decodes a page of a TIFF strip by strip or tile by tile, so that files far larger than the memory
 * can be read, and any number of bands. OpenCV undoes the compression; what the samples mean is
 * decided here, except for kinds that are pictures already: palettes, JPEG, fax.
 */
final class TiffDecoder implements Decoder {

  private static final int JPEG = 7;
  private static final Set<Integer> COMPRESSIONS = Set.of(1, 2, 3, 4, 5, JPEG, 8, 32773, 32946);
  private static final Set<Integer> FAX = Set.of(2, 3, 4);
  private static final int WHITE_IS_ZERO = 0;
  private static final int RGB = 2;
  private static final int SIGNED = 2;

  /** About as many samples as are handed over at once. */
  private static final int BLOCK = 1 << 22;

  private final FileBytes file;
  private final TiffPage page;
  private final TiffPieces pieces;
  private final boolean raw;
  private final Layout layout;

  TiffDecoder(FileBytes file, int pageIndex) throws IOException {
    this.file = file;
    this.page = TiffPage.find(file, pageIndex);
    this.pieces = page.pieces();
    if (!COMPRESSIONS.contains(page.compression())) {
      throw file.problem(ImageProblem.UNSUPPORTED, "TIFF compression " + page.compression());
    }
    if (page.bits() > 16 || page.sampleFormat() > SIGNED) {
      throw file.problem(
          ImageProblem.UNSUPPORTED, page.bits() + " bits a sample, or samples with fractions");
    }
    this.raw =
        (page.bits() == 8 || page.bits() == 16)
            && page.photometric() <= RGB
            && page.compression() != JPEG
            && !FAX.contains(page.compression());
    this.layout = raw ? rawLayout() : pictureLayout();
  }

  private Layout rawLayout() throws IOException {
    int meaning = page.meaningOfLastSample();
    int alpha = meaning == 1 || meaning == 2 ? page.samples() - 1 : -1;
    int colours = alpha < 0 ? page.samples() : page.samples() - 1;
    BandChoice choice = colours < 3 ? BandChoice.GREY : BandChoice.FIRST_THREE;
    boolean inverted = page.photometric() == WHITE_IS_ZERO;
    int zero = page.sampleFormat() == SIGNED ? 1 << (page.bits() - 1) : 0;
    return new Layout(page.samples(), choice, alpha, meaning == 1, inverted, zero, page.nodata());
  }

  /** What OpenCV makes of a picture is only known once it has decoded a piece of it. */
  private Layout pictureLayout() throws IOException {
    if (page.separatePlanes()) {
      throw file.problem(ImageProblem.UNSUPPORTED, "colours in planes of this compression");
    }
    try (Mat decoded = unpack(page.asPicture(pieces.at(0).get(0)))) {
      return Layout.ofOpenCv(decoded.channels()).withNodata(page.nodata());
    }
  }

  @Override
  public Layout layout() {
    return layout;
  }

  @Override
  public void decode(Sink sink, Progress progress) throws IOException {
    for (int i = 0; i < pieces.count(); i++) {
      for (TiffPiece piece : pieces.at(i)) {
        progress.checkCancelled();
        if (raw && page.uncompressed()) {
          stored(piece, sink);
        } else {
          packed(piece, sink);
        }
      }
      progress.report("decode", i + 1L, pieces.count());
    }
  }

  private void stored(TiffPiece piece, Sink sink) throws IOException {
    List<SampleBlock> planes = new ArrayList<>();
    Region coded = new Region(0, 0, piece.codedWidth(), piece.codedHeight());
    for (TiffPiece.Extent data : piece.data()) {
      byte[] bytes = file.bytes(data.offset(), data.length());
      planes.add(page.bits() == 8 ? new SampleBlock(coded, bytes) : sixteenBit(coded, bytes));
    }
    sink.accept(together(planes).crop(piece.place(), layout.bands()));
  }

  private SampleBlock sixteenBit(Region place, byte[] bytes) {
    ShortBuffer shorts = ByteBuffer.wrap(bytes).order(page.order()).asShortBuffer();
    short[] samples = new short[shorts.remaining()];
    shorts.get(samples);
    return new SampleBlock(place, samples);
  }

  /** Unpacks a piece outside the heap and hands it over some rows at a time. */
  private void packed(TiffPiece piece, Sink sink) throws IOException {
    List<Mat> planes = new ArrayList<>();
    try {
      for (int plane = 0; plane < piece.data().size(); plane++) {
        Mat unpacked = unpack(raw ? page.asGrey(piece, plane) : page.asPicture(piece));
        planes.add(unpacked);
        requireSound(unpacked, piece);
      }
      Region place = piece.place();
      int step = (int) Math.max(1, BLOCK / ((long) piece.codedWidth() * layout.bands()));
      for (int top = 0; top < place.height(); top += step) {
        int height = Math.min(step, place.height() - top);
        Region part = new Region(place.x(), place.y() + top, place.width(), height);
        sink.accept(rows(planes, piece.codedWidth(), top, height).crop(part, layout.bands()));
      }
    } finally {
      planes.forEach(Mat::close);
    }
  }

  private void requireSound(Mat unpacked, TiffPiece piece) throws IOException {
    int channels = raw ? 1 : layout.bands();
    int width = piece.codedWidth() * (raw ? page.samplesInPiece() : 1);
    boolean sound =
        unpacked.channels() == channels
            && unpacked.rows() == piece.codedHeight()
            && unpacked.cols() == width
            && (!raw || unpacked.elemSize1() * 8 == page.bits());
    if (!sound) {
      throw file.problem(ImageProblem.CORRUPT, "a piece is not like the others");
    }
  }

  private SampleBlock rows(List<Mat> planes, int width, int top, int height) throws IOException {
    List<SampleBlock> blocks = new ArrayList<>();
    for (Mat plane : planes) {
      SampleBlock block = OpenCv.rows(plane, top, height);
      if (block == null) {
        throw file.problem(ImageProblem.UNSUPPORTED, "samples that are not of 8 or 16 bits");
      }
      blocks.add(block.placed(new Region(0, 0, width, height)));
    }
    return raw ? together(blocks) : blocks.get(0);
  }

  /** Undoes what the file did to its samples: differences, planes, signs. */
  private SampleBlock together(List<SampleBlock> planes) throws IOException {
    SampleBlock all = planes.get(0);
    if (page.differences()) {
      int bands = page.samplesInPiece();
      planes.forEach(plane -> plane.addUp(plane.place().width() * bands, bands));
    }
    if (planes.size() > 1) {
      all = SampleBlock.empty(all, Math.multiplyExact(all.pixels(), planes.size()));
      for (int plane = 0; plane < planes.size(); plane++) {
        planes.get(plane).spread(all, plane, planes.size());
      }
    }
    if (page.sampleFormat() == SIGNED) {
      all.flipSigns();
    }
    return all;
  }

  private Mat unpack(MiniTiff mini) throws IOException {
    if (mini.size() > Integer.MAX_VALUE - 64) {
      throw file.problem(ImageProblem.UNSUPPORTED, "a TIFF in one strip of over 2 GB");
    }
    Memory.requireNative(file.path(), mini.size() + mini.unpackedSize(page.bits()));
    try (Mat buffer = OpenCv.buffer((int) mini.size())) {
      ByteBuffer bytes = buffer.createBuffer();
      mini.write(file, bytes);
      Mat decoded = OpenCv.decode(buffer, bytes.limit());
      if (decoded == null) {
        throw file.problem(ImageProblem.CORRUPT, "its pixels cannot be decoded");
      }
      return decoded;
    }
  }

  @Override
  public void close() {
    // Pieces are released one by one as they are decoded.
  }
}
