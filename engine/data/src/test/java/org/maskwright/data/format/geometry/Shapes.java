package org.maskwright.data.format.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.maskwright.data.label.Region;

/** Regions for tests, drawn as text or by a seeded hand. */
public final class Shapes {

  private Shapes() {}

  /** A region drawn with # in rows of text, its box as large as the drawing. */
  public static Stencil drawn(String... rows) {
    Stencil stencil = new Stencil(new Region(0, 0, rows[0].length(), rows.length));
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length(); x++) {
        if (rows[y].charAt(x) == '#') {
          stencil.add(x, y);
        }
      }
    }
    return stencil;
  }

  /** The region as text, in an image of this size. */
  public static List<String> rows(Stencil stencil, int width, int height) {
    List<String> rows = new ArrayList<>();
    for (int y = 0; y < height; y++) {
      StringBuilder row = new StringBuilder();
      for (int x = 0; x < width; x++) {
        row.append(stencil.contains(x, y) ? '#' : '.');
      }
      rows.add(row.toString());
    }
    return rows;
  }

  /** Blobs with holes, or noise, at most 40 pixels wide and high. */
  public static Stencil random(Random random) {
    Region box =
        new Region(
            random.nextInt(5), random.nextInt(5), 1 + random.nextInt(35), 1 + random.nextInt(35));
    Stencil stencil = new Stencil(box);
    double noise = random.nextBoolean() ? 0 : random.nextDouble();
    int blobs = 1 + random.nextInt(5);
    for (int i = 0; i < blobs; i++) {
      double cx = box.x() + random.nextDouble() * box.width();
      double cy = box.y() + random.nextDouble() * box.height();
      double radius = 1 + random.nextDouble() * 15;
      for (int y = box.y(); y < box.bottom(); y++) {
        for (int x = box.x(); x < box.right(); x++) {
          if (Math.hypot(x - cx, y - cy) < radius || random.nextDouble() < noise / 5) {
            stencil.bits()[stencil.index(x, y)] ^= 1;
          }
        }
      }
    }
    return stencil;
  }
}
