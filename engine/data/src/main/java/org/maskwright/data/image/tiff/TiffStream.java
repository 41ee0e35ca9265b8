package org.maskwright.data.image.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.file.ImageProblem;
import org.maskwright.data.problem.DataException;

/**
 * A TIFF structure inside a file: the whole of a TIFF file, or the EXIF block of another one. It
 * knows byte order, BigTIFF, and from where offsets count.
 */
public final class TiffStream {

  /** More pages than any scanner or microscope writes into one file. */
  public static final int MAX_PAGES = 65_535;

  private static final long MAX_TAGS = 100L * MAX_PAGES;

  /** The bits of a subfile type that say: reduced resolution, or mask. */
  private static final long NO_PAGE = 1 | 4;

  private final FileBytes file;
  private final long base;
  private final ByteOrder order;
  private final boolean big;
  private final long first;

  private TiffStream(FileBytes file, long base) throws IOException {
    this.file = file;
    this.base = base;
    this.order = file.has(base, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    int version = file.u16(base + 2, order);
    this.big = version == 43;
    if (version != 42 && version != 43) {
      throw corrupt("TIFF version " + version);
    }
    if (big && file.u16(base + 4, order) != 8) {
      throw corrupt("BigTIFF offsets of an unknown size");
    }
    this.first = offset(base + (big ? 8 : 4));
  }

  public static boolean startsAt(FileBytes file, long base) throws IOException {
    return file.has(base, "II*\0")
        || file.has(base, "MM\0*")
        || file.has(base, "II+\0")
        || file.has(base, "MM\0+");
  }

  public static TiffStream open(FileBytes file, long base) throws IOException {
    if (!startsAt(file, base)) {
      throw file.problem(ImageProblem.CORRUPT, "no TIFF structure where one should be");
    }
    return new TiffStream(file, base);
  }

  /** The first directory, which in EXIF is the only one of interest. */
  public TiffDirectory firstDirectory() throws IOException {
    return new TiffDirectory(this, first);
  }

  /** Is shown one page after the other, and says whether it wants to see more. */
  @FunctionalInterface
  public interface PageVisitor {
    boolean visit(TiffDirectory page) throws IOException;
  }

  /**
   * Walks over the pages in order. Smaller copies of a page and masks of transparency have
   * directories too, and are no pages.
   */
  public void pages(PageVisitor visitor) throws IOException {
    Set<Long> seen = new HashSet<>();
    long tags = 0;
    long at = first;
    while (at != base) {
      if (!seen.add(at)) {
        throw corrupt("its pages form a circle");
      }
      TiffDirectory directory = new TiffDirectory(this, at);
      tags += directory.size();
      if (seen.size() > MAX_PAGES || tags > MAX_TAGS) {
        throw file.problem(ImageProblem.TOO_MANY_PAGES, MAX_PAGES);
      }
      boolean page = (directory.number(TiffTag.SUBFILE_TYPE, 0) & NO_PAGE) == 0;
      if (page && !visitor.visit(directory)) {
        return;
      }
      at = directory.next();
    }
  }

  FileBytes file() {
    return file;
  }

  ByteOrder order() {
    return order;
  }

  boolean big() {
    return big;
  }

  long size() {
    return file.size();
  }

  int u8(long at) throws IOException {
    return file.u8(at);
  }

  int u16(long at) throws IOException {
    return file.u16(at, order);
  }

  long u32(long at) throws IOException {
    return file.u32(at, order);
  }

  long s64(long at) throws IOException {
    return file.s64(at, order);
  }

  byte[] bytes(long at, long length) throws IOException {
    return file.bytes(at, length);
  }

  void require(long at, long length) throws IOException {
    file.require(at, length);
  }

  /** The absolute place in the file that the offset standing at this place means. */
  long offset(long at) throws IOException {
    long offset = big ? s64(at) : u32(at);
    if (offset < 0 || offset > Long.MAX_VALUE - base) {
      throw corrupt("an offset of " + offset);
    }
    return base + offset;
  }

  DataException corrupt(String reason) {
    return file.problem(ImageProblem.CORRUPT, reason);
  }
}
