package org.maskwright.data.format.coco;

import java.util.Arrays;
import org.maskwright.data.format.geometry.Stencil;
import org.maskwright.data.label.Region;

/**
 * The places, counted column by column, where a set of pixels begins or ends. Rows are compared
 * with the rows above them, which reads memory in order: walking down columns would not.
 */
final class ColumnChanges {

  private final Stencil stencil;
  private final Region box;
  private final int imageHeight;

  ColumnChanges(Stencil stencil, int imageHeight) {
    this.stencil = stencil;
    this.box = stencil.bounds();
    this.imageHeight = imageHeight;
  }

  /** All changes in ascending order. */
  int[] sorted() {
    int[] starts = new int[box.width() + 1];
    visit((column, row) -> starts[column + 1]++);
    for (int column = 0; column < box.width(); column++) {
      starts[column + 1] += starts[column];
    }
    int[] changes = new int[starts[box.width()]];
    int[] next = Arrays.copyOf(starts, box.width());
    visit(
        (column, row) ->
            changes[next[column]++] = (box.x() + column) * imageHeight + box.y() + row);
    return withoutPairs(changes);
  }

  /** A run that goes on in the next column ends and begins at the same place: it does neither. */
  private static int[] withoutPairs(int[] changes) {
    int used = 0;
    for (int change : changes) {
      if (used > 0 && changes[used - 1] == change) {
        used--;
      } else {
        changes[used++] = change;
      }
    }
    return Arrays.copyOf(changes, used);
  }

  private void visit(ChangeVisitor visitor) {
    int width = box.width();
    byte[] bits = stencil.bits();
    byte[] none = new byte[width];
    for (int row = 0; row <= box.height(); row++) {
      byte[] above = row == 0 ? none : bits;
      byte[] here = row == box.height() ? none : bits;
      int aboveStart = row == 0 ? 0 : (row - 1) * width;
      int start = row == box.height() ? 0 : row * width;
      int column = 0;
      while (column < width) {
        int equal =
            Arrays.mismatch(
                above,
                aboveStart + column,
                aboveStart + width,
                here,
                start + column,
                start + width);
        if (equal < 0) {
          break;
        }
        column += equal;
        visitor.change(column++, row);
      }
    }
  }

  /** Takes the changes, row by row. */
  @FunctionalInterface
  private interface ChangeVisitor {
    void change(int column, int row);
  }
}
