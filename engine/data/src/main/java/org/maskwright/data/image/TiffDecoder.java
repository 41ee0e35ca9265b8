package org.maskwright.data.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
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

  private final FileBytes file;
  private final TiffPage page;
  private final boolean raw;
  private final Layout layout;

  TiffDecoder(FileBytes file, int pageIndex) throws IOException {
    this.file = file;
    this.page = TiffPage.find(file, pageIndex);
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
    for (TiffPiece piece : page.pieces().at(0)) {
      try (Mat decoded = decode(page.asPicture(piece))) {
        return Layout.ofOpenCv(decoded.channels()).withNodata(page.nodata());
      }
    }
    throw file.problem(ImageProblem.CORRUPT, "no pixels in it");
  }

  @Override
  public Layout layout() {
    return layout;
  }

  @Override
  public void decode(Sink sink, Progress progress) throws IOException {
    TiffPieces pieces = page.pieces();
    for (int i = 0; i < pieces.count(); i++) {
      for (TiffPiece piece : pieces.at(i)) {
        progress.checkCancelled();
        sink.accept(raw ? samples(piece) : picture(piece));
      }
      progress.report("decode", i + 1L, pieces.count());
    }
  }

  private SampleBlock picture(TiffPiece piece) throws IOException {
    try (Mat decoded = decode(page.asPicture(piece))) {
      SampleBlock block = OpenCv.rows(decoded, 0, decoded.rows());
      boolean fits =
          decoded.cols() == piece.codedWidth()
              && decoded.rows() == piece.codedHeight()
              && decoded.channels() == layout.bands();
      if (block == null || !fits) {
        throw file.problem(ImageProblem.CORRUPT, "a piece is not like the others");
      }
      return block.crop(piece.place(), layout.bands());
    }
  }

  /** All bands of a piece, side by side again if the file keeps them apart. */
  private SampleBlock samples(TiffPiece piece) throws IOException {
    int planes = piece.data().size();
    int count = Math.multiplyExact(piece.codedWidth(), piece.codedHeight());
    SampleBlock first = plane(piece, 0);
    if (planes > 1) {
      SampleBlock all = SampleBlock.empty(first, Math.multiplyExact(count, planes));
      first.spread(all, 0, planes);
      for (int plane = 1; plane < planes; plane++) {
        plane(piece, plane).spread(all, plane, planes);
      }
      first = all;
    }
    if (page.sampleFormat() == SIGNED) {
      first.flipSigns();
    }
    return first.crop(piece.place(), layout.bands());
  }

  private SampleBlock plane(TiffPiece piece, int plane) throws IOException {
    SampleBlock block = page.uncompressed() ? stored(piece, plane) : unpacked(piece, plane);
    if (page.differences()) {
      block.addUp(piece.codedWidth() * page.samplesInPiece(), page.samplesInPiece());
    }
    return block;
  }

  private SampleBlock stored(TiffPiece piece, int plane) throws IOException {
    TiffPiece.Extent data = piece.data().get(plane);
    Memory.requireHeap(file.path(), data.length());
    byte[] bytes = file.bytes(data.offset(), data.length());
    Region coded = new Region(0, 0, piece.codedWidth(), piece.codedHeight());
    if (page.bits() == 8) {
      return new SampleBlock(coded, bytes);
    }
    ShortBuffer shorts = ByteBuffer.wrap(bytes).order(page.order()).asShortBuffer();
    short[] samples = new short[shorts.remaining()];
    shorts.get(samples);
    return new SampleBlock(coded, samples);
  }

  private SampleBlock unpacked(TiffPiece piece, int plane) throws IOException {
    try (Mat decoded = decode(page.asGrey(piece, plane))) {
      SampleBlock block = OpenCv.rows(decoded, 0, decoded.rows());
      boolean fits =
          decoded.channels() == 1
              && decoded.rows() == piece.codedHeight()
              && decoded.cols() == piece.codedWidth() * page.samplesInPiece();
      if (block == null || !fits || (block.eightBit() == null) != (page.bits() == 16)) {
        throw file.problem(ImageProblem.CORRUPT, "a piece is not like the others");
      }
      return block.placed(new Region(0, 0, piece.codedWidth(), piece.codedHeight()));
    }
  }

  private Mat decode(MiniTiff mini) throws IOException {
    if (mini.size() > Integer.MAX_VALUE - 64) {
      throw file.problem(ImageProblem.UNSUPPORTED, "a TIFF in one strip of over 2 GB");
    }
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
