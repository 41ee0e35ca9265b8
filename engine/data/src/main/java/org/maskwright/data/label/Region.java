package org.maskwright.data.label;

/** A rectangle of whole pixels; what changed, what is visible, what is asked for. */
public record Region(int x, int y, int width, int height) {

  public static final Region EMPTY = new Region(0, 0, 0, 0);

  public Region {
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException("negative size: " + width + " x " + height);
    }
  }

  /** The rectangle from one corner to the other, the second corner not included. */
  public static Region between(int left, int top, int right, int bottom) {
    return right <= left || bottom <= top
        ? EMPTY
        : new Region(left, top, right - left, bottom - top);
  }

  public int right() {
    return x + width;
  }

  public int bottom() {
    return y + height;
  }

  public boolean isEmpty() {
    return width == 0 || height == 0;
  }

  public long area() {
    return (long) width * height;
  }

  public boolean contains(int px, int py) {
    return px >= x && py >= y && px < right() && py < bottom();
  }

  public boolean contains(Region other) {
    return other.isEmpty()
        || (other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom());
  }

  public Region intersect(Region other) {
    return between(
        Math.max(x, other.x),
        Math.max(y, other.y),
        Math.min(right(), other.right()),
        Math.min(bottom(), other.bottom()));
  }

  /** The smallest rectangle around both. */
  public Region union(Region other) {
    if (isEmpty()) {
      return other;
    }
    if (other.isEmpty()) {
      return this;
    }
    return between(
        Math.min(x, other.x),
        Math.min(y, other.y),
        Math.max(right(), other.right()),
        Math.max(bottom(), other.bottom()));
  }

  /** The rectangle with a border of so many pixels around it. */
  public Region grow(int border) {
    return between(x - border, y - border, right() + border, bottom() + border);
  }
}
