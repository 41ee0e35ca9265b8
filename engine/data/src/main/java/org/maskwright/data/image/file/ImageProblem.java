package org.maskwright.data.image.file;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with a file that should be an image. */
public enum ImageProblem implements ProblemCode {
  MISSING("{0} is not there. Was it moved or renamed?"),
  DIRECTORY("{0} is a folder, not an image. Choose a file in it."),
  UNREADABLE("{0} cannot be read ({1}). Check its permissions and that its drive is connected."),
  EMPTY("{0} is empty: it has 0 bytes. Copy it again from where it came."),
  NOT_AN_IMAGE(
      "{0} is not an image that can be opened. JPEG, PNG, TIFF, BMP, WebP and GIF can be."),
  TRUNCATED("{0} ends too early: a part of it is missing. Copy it again from where it came."),
  CORRUPT("{0} is damaged ({1}). Copy it again from where it came, or export it anew."),
  UNSUPPORTED(
      "{0} is an image of a kind that cannot be opened: {1}. Convert it to PNG, or to TIFF of 8 or 16 bits."),
  TOO_LARGE(
      "{0} says that it has {1} x {2} pixels; at most {3} on a side and {4} in all can be opened. "
          + "Cut it into parts."),
  TOO_LITTLE_DATA(
      "{0} says that it has {1} x {2} pixels, but {3} bytes cannot hold as many. It is damaged or "
          + "made to exhaust the memory."),
  TOO_MANY_PAGES("{0} has more than {1} pages. Split it."),
  NO_SUCH_PAGE("{0} has no page {1}: it has {2}. Was the file replaced?"),
  NO_SUCH_BAND("{0} has no band {1}: it has {2}. Choose its bands anew."),
  MEMORY_SHORT(
      "{0} needs about {1} MB of memory to be opened, and there are {2} MB. Close other programs, or "
          + "save it as a tiled TIFF, which is read piece by piece."),
  DISK_FULL(
      "{0} needs {1} MB in the cache folder {2}, and {3} MB are free there. Make room on that "
          + "drive."),
  WORLD_FILE_BROKEN(
      "The world file of {0} has to have six lines with one number each. Correct or remove it."),
  CACHE_BROKEN("The prepared copy {0} is damaged. It can be deleted: it is made anew.");

  private final String english;

  ImageProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
