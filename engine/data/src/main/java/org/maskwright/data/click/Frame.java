package org.maskwright.data.click;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;
import org.maskwright.data.region.Runs;

/**
 * The part of an image that is looked at, at the finest level of its pyramid that is not too large:
 * so a click costs the same on any photo.
 *
 * @param place of the part in its level
 * @param image the bounds of the whole image
 */
record Frame(Region place, int level, Region image) {

  /** Twice what is looked at closely: a finer level would show nothing more. */
  private static final int MOST_SIDE = 2 * Zoom.LONG_SIDE;

  static Frame of(PixelSource source, Region box) {
    int level = 0;
    Region place = box;
    while (Math.max(place.width(), place.height()) > MOST_SIDE && level < source.levels() - 1) {
      level++;
      place = at(box, level);
    }
    return new Frame(place.intersect(source.bounds(level)), level, source.bounds(0));
  }

  private static Region at(Region box, int level) {
    return Region.between(
        box.x() >> level,
        box.y() >> level,
        ((box.right() - 1) >> level) + 1,
        ((box.bottom() - 1) >> level) + 1);
  }

  /** Clicks in the frame's pixels. */
  List<Click> clicks(List<Click> clicks) {
    List<Click> inside = new ArrayList<>();
    for (Click click : clicks) {
      int x = (click.x() >> level) - place.x();
      inside.add(new Click(x, (click.y() >> level) - place.y(), click.positive()));
    }
    return inside;
  }

  /** A rectangle in the frame's pixels. */
  Optional<Region> rectangle(Region region) {
    Region seen = at(region, level).intersect(place);
    return seen.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Region(seen.x() - place.x(), seen.y() - place.y(), seen.width(), seen.height()));
  }

  /** What of an area lies in the frame: its pixels whose middle does. */
  Selection selection(Runs area) {
    boolean[] pixels = new boolean[Math.toIntExact(place.area())];
    int size = 1 << level;
    int half = size >> 1;
    area.forEachRun(
        (y, from, to) -> {
          int row = (y >> level) - place.y();
          int left = Math.max(((from + size - 1 - half) >> level) - place.x(), 0);
          int right = Math.min(((to - 1 - half) >> level) - place.x() + 1, place.width());
          boolean middle = (y & (size - 1)) == half;
          if (middle && row >= 0 && row < place.height() && left < right) {
            Arrays.fill(pixels, row * place.width() + left, row * place.width() + right, true);
          }
        });
    return new Selection(place.width(), place.height(), pixels);
  }

  /** The image's pixels of a selection in the frame, with a smooth border. */
  Runs toImage(Selection selection) {
    return level == 0 ? moved(selection) : new Enlarging(this, selection).runs();
  }

  private Runs moved(Selection selection) {
    Runs.Builder moved = new Runs.Builder();
    selection
        .runs()
        .forEachRun((y, from, to) -> moved.add(y + place.y(), from + place.x(), to + place.x()));
    return moved.build();
  }

  /** All of the image's pixels that make up these of the frame. */
  Runs blocks(Selection selection) {
    return moved(selection).magnified(level, image);
  }
}
