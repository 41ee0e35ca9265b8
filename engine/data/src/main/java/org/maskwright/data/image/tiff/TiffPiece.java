package org.maskwright.data.image.tiff;

import java.util.List;
import org.maskwright.data.label.Region;

/**
 * A strip or a tile of a page.
 *
 * @param place the pixels of the page that it covers
 * @param codedWidth columns that are coded in it: a tile at the right edge is as wide as any other
 * @param codedHeight rows that are coded in it
 * @param data where its bytes are, once for each plane
 */
public record TiffPiece(Region place, int codedWidth, int codedHeight, List<Extent> data) {

  /** A range of bytes in the file. */
  public record Extent(long offset, long length) {}
}
