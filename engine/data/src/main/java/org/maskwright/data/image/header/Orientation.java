package org.maskwright.data.image.header;

/**
 * How the stored rows have to be turned to be shown as the camera saw them: the eight values of
 * EXIF, in their order.
 */
public enum Orientation {
  NORMAL(1),
  MIRRORED(2),
  UPSIDE_DOWN(3),
  FLIPPED(4),
  TRANSPOSED(5),
  QUARTER_CLOCKWISE(6),
  TRANSVERSED(7),
  QUARTER_COUNTERCLOCKWISE(8);

  private final int exif;

  Orientation(int exif) {
    this.exif = exif;
  }

  /** The meaning of an EXIF value; values that EXIF does not know mean nothing. */
  public static Orientation ofExif(long value) {
    for (Orientation orientation : values()) {
      if (orientation.exif == value) {
        return orientation;
      }
    }
    return NORMAL;
  }

  public int exif() {
    return exif;
  }

  /** True if rows become columns. */
  public boolean swapsSides() {
    return exif >= 5;
  }

  /** The column where a stored pixel is shown, in an image of this stored size. */
  public int shownX(int x, int y, int storedWidth, int storedHeight) {
    return switch (this) {
      case NORMAL, FLIPPED -> x;
      case MIRRORED, UPSIDE_DOWN -> storedWidth - 1 - x;
      case TRANSPOSED, QUARTER_COUNTERCLOCKWISE -> y;
      case QUARTER_CLOCKWISE, TRANSVERSED -> storedHeight - 1 - y;
    };
  }

  /** The row where a stored pixel is shown, in an image of this stored size. */
  public int shownY(int x, int y, int storedWidth, int storedHeight) {
    return switch (this) {
      case NORMAL, MIRRORED -> y;
      case UPSIDE_DOWN, FLIPPED -> storedHeight - 1 - y;
      case TRANSPOSED, QUARTER_CLOCKWISE -> x;
      case TRANSVERSED, QUARTER_COUNTERCLOCKWISE -> storedWidth - 1 - x;
    };
  }
}
