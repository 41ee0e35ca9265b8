package org.maskwright.data.image.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.image.tiff.TiffPiece.Extent;
import org.maskwright.data.label.Region;

/** The strips or tiles of a page, in reading order. */
public final class TiffPieces {

  /** Uncompressed strips can be cut anywhere, and are cut into pieces of about so many samples. */
  private static final int CUT = 1 << 22;

  /** How much the coders of TIFF can shrink at most: LZW, 4096 samples in one and a half bytes. */
  private static final long MOST_SHRUNK = 2800;

  /** Tiles are there to be small. */
  private static final long MOST_IN_TILE = 1 << 26;

  /** No suspicion is cast on pieces smaller than this. */
  private static final long ALWAYS_FINE = 1 << 24;

  private final FileBytes file;
  private final TiffPage page;
  private final boolean tiled;
  private final int pieceWidth;
  private final int pieceHeight;
  private final int across;
  private final int down;
  private final long[] offsets;
  private final long[] lengths;

  TiffPieces(FileBytes file, TiffPage page) throws IOException {
    this.file = file;
    this.page = page;
    TiffDirectory tags = page.tags();
    this.tiled = tags.has(TiffTag.TILE_WIDTH) && tags.has(TiffTag.TILE_OFFSETS);
    long width = tiled ? tags.number(TiffTag.TILE_WIDTH, 0) : page.width();
    long height = tags.number(tiled ? TiffTag.TILE_HEIGHT : TiffTag.ROWS_PER_STRIP, page.height());
    if (width <= 0 || height <= 0 || (tiled && (width > 1 << 16 || height > 1 << 16))) {
      throw file.problem(ImageProblem.CORRUPT, "pieces of " + width + " x " + height);
    }
    if (tiled && width * height * page.samples() > MOST_IN_TILE) {
      throw file.problem(ImageProblem.UNSUPPORTED, "tiles of " + width + " x " + height);
    }
    this.pieceWidth = (int) width;
    this.pieceHeight = (int) (tiled ? height : Math.min(height, page.height()));
    this.across = (page.width() + pieceWidth - 1) / pieceWidth;
    this.down = (page.height() + pieceHeight - 1) / pieceHeight;
    int planes = page.separatePlanes() ? page.samples() : 1;
    long count = (long) across * down * planes;
    this.offsets = numbers(tiled ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS, count);
    int lengthTag = tiled ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS;
    this.lengths = tags.has(lengthTag) ? numbers(lengthTag, count) : derivedLengths();
  }

  private long[] numbers(int tag, long count) throws IOException {
    if (page.tags().count(tag) < count) {
      throw file.problem(
          ImageProblem.CORRUPT, page.tags().count(tag) + " pieces where " + count + " should be");
    }
    return page.tags().numbers(tag);
  }

  /** Old programs leave out how long the pieces are; without compression that is clear. */
  private long[] derivedLengths() throws IOException {
    long[] derived = new long[offsets.length];
    for (int i = 0; i < derived.length; i++) {
      int row = i % (across * down) / across;
      derived[i] = rowBytes() * codedHeight(row);
    }
    return derived;
  }

  public int count() {
    return across * down;
  }

  private long rowBytes() throws IOException {
    return ((long) pieceWidth * page.samplesInPiece() * page.bits() + 7) / 8;
  }

  private int codedHeight(int row) {
    return tiled ? pieceHeight : Math.min(pieceHeight, page.height() - row * pieceHeight);
  }

  /** The pieces at one position of the grid: one, or several if a strip can be cut. */
  public List<TiffPiece> at(int index) throws IOException {
    int column = index % across;
    int row = index / across;
    Region bounds = new Region(0, 0, page.width(), page.height());
    Region place =
        new Region(column * pieceWidth, row * pieceHeight, pieceWidth, codedHeight(row))
            .intersect(bounds);
    int planes = page.separatePlanes() ? page.samples() : 1;
    List<Extent> data = new ArrayList<>();
    for (int plane = 0; plane < planes; plane++) {
      data.add(extent(plane * count() + index, rowBytes() * codedHeight(row)));
    }
    TiffPiece whole = new TiffPiece(place, pieceWidth, codedHeight(row), data);
    long samples = (long) pieceWidth * codedHeight(row) * page.samples();
    return tiled || !page.uncompressed() || samples <= CUT ? List.of(whole) : cut(whole);
  }

  private Extent extent(int index, long decoded) throws IOException {
    long offset = offsets[index];
    long length = page.uncompressed() ? decoded : lengths[index];
    if (length <= 0) {
      throw file.problem(ImageProblem.CORRUPT, "a piece of " + length + " bytes");
    }
    file.require(offset, length);
    if (decoded > ALWAYS_FINE && decoded / MOST_SHRUNK > length) {
      throw file.problem(ImageProblem.TOO_LITTLE_DATA, page.width(), page.height(), file.size());
    }
    return new Extent(offset, length);
  }

  private List<TiffPiece> cut(TiffPiece strip) throws IOException {
    List<TiffPiece> cut = new ArrayList<>();
    int rows = (int) Math.max(1, CUT / ((long) pieceWidth * page.samples()));
    for (int top = 0; top < strip.codedHeight(); top += rows) {
      int height = Math.min(rows, strip.codedHeight() - top);
      long skipped = rowBytes() * top;
      long length = rowBytes() * height;
      List<Extent> data =
          strip.data().stream().map(e -> new Extent(e.offset() + skipped, length)).toList();
      Region place = new Region(0, strip.place().y() + top, strip.place().width(), height);
      cut.add(new TiffPiece(place, strip.codedWidth(), height, data));
    }
    return cut;
  }
}
