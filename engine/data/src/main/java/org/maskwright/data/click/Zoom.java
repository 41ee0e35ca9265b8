package org.maskwright.data.click;

import java.util.List;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;

/**
 * Chooses what is looked at: the whole image as long as nothing is known of the object, and then
 * the object and all clicks with some of what is around them.
 */
final class Zoom {

  static final int LONG_SIDE = 320;

  private static final double MARGIN = 1.4;
  private static final double MOST_ENLARGED = 3;
  private static final int LEAST_SIDE = 96;

  private Zoom() {}

  static Crop crop(ClickQuery query, int longSide) {
    Region all = query.image().bounds();
    Region object = query.hint().orElseGet(() -> query.known().bounds());
    Region box = object.isEmpty() ? all : around(object, query.clicks(), all);
    return Crop.of(box, longSide, MOST_ENLARGED);
  }

  /** An object and all clicks, with some of what is around them. */
  static Region around(Region known, List<Click> clicks, Region all) {
    Region object = known;
    for (Click click : clicks) {
      object = object.union(new Region(click.x(), click.y(), 1, 1));
    }
    double longer = Math.max(object.width(), object.height());
    int width = side(object.width(), longer);
    int height = side(object.height(), longer);
    return new Region(
            object.x() + (object.width() - width) / 2,
            object.y() + (object.height() - height) / 2,
            width,
            height)
        .intersect(all);
  }

  /** At least half as long as the longer side, so that slim objects are seen with context. */
  private static int side(int own, double longer) {
    double wanted = Math.max(own * MARGIN, own + longer * (MARGIN - 1));
    return (int) Math.round(Math.max(wanted, LEAST_SIDE));
  }
}
