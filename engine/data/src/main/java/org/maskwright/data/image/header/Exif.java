package org.maskwright.data.image.header;

import java.io.IOException;
import org.maskwright.data.image.file.FileBytes;
import org.maskwright.data.image.tiff.TiffStream;
import org.maskwright.data.image.tiff.TiffTag;
import org.maskwright.data.problem.DataException;

/** The one thing of interest in a block of EXIF: the orientation. */
final class Exif {

  private Exif() {}

  /**
   * Reads the orientation. A block that makes no sense says nothing: cameras write such blocks, and
   * their pictures are fine.
   */
  static Orientation orientation(FileBytes file, long at) throws IOException {
    if (!TiffStream.startsAt(file, at)) {
      return Orientation.NORMAL;
    }
    try {
      long value = TiffStream.open(file, at).firstDirectory().number(TiffTag.ORIENTATION, 1);
      return Orientation.ofExif(value);
    } catch (DataException e) {
      return Orientation.NORMAL;
    }
  }
}
