package org.maskwright.data.queue;

import org.maskwright.data.label.Region;

/**
 * What a network's trunk sees in an image, field by field, before any class is named. Fields are
 * compared by the angle between them, so each is kept at length 1.
 */
public final class FeatureGrid {

  private final Layout layout;
  private final int rows;
  private final int columns;
  private final int depth;
  private final float[] values;

  /**
   * Where the fields lie.
   *
   * @param width of the image as the network saw it, and {@code height} too
   * @param stride a field's side there
   * @param origin where the first one begins, across and down
   */
  public record Layout(int width, int height, int stride, int origin) {}

  /** A grid over these numbers, field by field, row by row; it owns them from now on. */
  public FeatureGrid(Layout layout, int rows, int columns, int depth, float[] values) {
    if (rows < 1 || columns < 1 || depth < 1 || values.length != (long) rows * columns * depth) {
      throw new IllegalArgumentException(
          "%d numbers for %d x %d x %d".formatted(values.length, rows, columns, depth));
    }
    this.layout = layout;
    this.rows = rows;
    this.columns = columns;
    this.depth = depth;
    this.values = values;
    for (int field = 0; field < rows * columns; field++) {
      normalise(values, field * depth, depth);
    }
  }

  private static void normalise(float[] values, int from, int count) {
    double square = 0;
    for (int i = from; i < from + count; i++) {
      square += (double) values[i] * values[i];
    }
    float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
    for (int i = from; i < from + count; i++) {
      values[i] *= scale;
    }
  }

  /** How many numbers a field has. */
  public int depth() {
    return depth;
  }

  /**
   * What a region of an image is like: the mean of the fields that it covers, each counted by how
   * much of it is covered.
   *
   * @param image the whole image
   */
  public float[] of(Region region, Region image) {
    float[] mean = new float[depth];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        Region field = field(row, column, image);
        long covered = field.intersect(region).area();
        float weight = (float) covered / Math.max(1, field.area());
        int from = (row * columns + column) * depth;
        for (int i = 0; covered > 0 && i < depth; i++) {
          mean[i] += weight * values[from + i];
        }
      }
    }
    normalise(mean, 0, depth);
    return mean;
  }

  private Region field(int row, int column, Region image) {
    return Region.between(
            place(column, layout.width(), image.width()),
            place(row, layout.height(), image.height()),
            place(column + 1, layout.width(), image.width()),
            place(row + 1, layout.height(), image.height()))
        .intersect(image);
  }

  /** Where a field begins in the image. */
  private int place(int field, int seen, int size) {
    long begin = layout.origin() + (long) field * layout.stride();
    return (int) Math.floorDiv(begin * size, seen);
  }

  /**
   * A field that is like something.
   *
   * @param likeness from -1 to 1
   * @param place in the image
   */
  public record Match(double likeness, Region place) {}

  /** The field that is most like what {@link #of} told, perhaps of another image. */
  public Match mostLike(float[] wanted, Region image) {
    double best = -2;
    int at = 0;
    for (int field = 0; field < rows * columns; field++) {
      double dot = 0;
      for (int i = 0; i < depth; i++) {
        dot += (double) wanted[i] * values[field * depth + i];
      }
      if (dot > best && !field(field / columns, field % columns, image).isEmpty()) {
        best = dot;
        at = field;
      }
    }
    return new Match(best, field(at / columns, at % columns, image));
  }
}
