package org.maskwright.data.click;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;
import org.maskwright.data.region.Dab;
import org.maskwright.data.region.RunSets;
import org.maskwright.data.region.Runs;

/**
 * Selects objects in images of any size, in the image's own pixels: looks at a part of the image as
 * finely as it helps, and holds what clicks say for every pixel.
 */
public final class PhotoSelector {

  private final ObjectSelector selector;

  /** One that leaves the choice in the part it looks at to another. */
  public PhotoSelector(ObjectSelector selector) {
    this.selector = selector;
  }

  /** The object; with neither a click inside the image nor a hint, what was selected before. */
  public Runs select(PixelSource image, ObjectRequest request) throws IOException {
    Region all = image.bounds(0);
    List<Click> clicks = new ArrayList<>(request.clicks());
    clicks.removeIf(click -> !all.contains(click.x(), click.y()));
    Optional<Region> hint = request.hint().map(all::intersect).filter(box -> !box.isEmpty());
    if (clicks.isEmpty() && hint.isEmpty()) {
      return request.known();
    }
    Frame frame = Frame.of(image, box(request, clicks, hint, all));
    Optional<Selection> base = request.base().map(frame::selection);
    Selection found =
        selector.select(
            new ClickQuery(
                image.pixels(frame.level(), frame.place()),
                frame.clicks(clicks),
                request.previous().map(frame::selection),
                base,
                hint.flatMap(frame::rectangle)));
    Runs wanted = frame.toImage(found);
    if (request.base().isPresent()) {
      Runs changed = frame.blocks(changed(base.orElseThrow(), found));
      wanted = replaced(request.base().get(), wanted, changed);
    }
    Runs obeying = obeying(wanted, clicks, all);
    return request.base().map(region -> Locality.kept(region, obeying, clicks)).orElse(obeying);
  }

  /** A little more than what is looked at. */
  private static Region box(
      ObjectRequest request, List<Click> clicks, Optional<Region> hint, Region all) {
    Region object = hint.orElseGet(() -> request.known().bounds());
    if (!object.isEmpty()) {
      return Zoom.around(object, clicks, all);
    }
    Region seen = request.seen().intersect(all);
    for (Click click : clicks) {
      seen = seen.union(new Region(click.x(), click.y(), 1, 1));
    }
    return seen;
  }

  /** Where the frame differs from what it was, and one pixel around it. */
  private static Selection changed(Selection before, Selection now) {
    int width = now.width();
    int height = now.height();
    Selection changed = Selection.none(width, height);
    for (int i = 0; i < changed.pixels().length; i++) {
      if (before.pixels()[i] != now.pixels()[i]) {
        int x = i % width;
        int y = i / width;
        for (int row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
          for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
            changed.pixels()[row * width + column] = true;
          }
        }
      }
    }
    return changed;
  }

  /** A region that is as wanted in one area: everywhere else its own border is the finer one. */
  private static Runs replaced(Runs region, Runs wanted, Runs area) {
    return RunSets.union(RunSets.minus(region, area), RunSets.intersection(wanted, area));
  }

  /** Where a click was not heard, a small disk around it obeys; and each click's own pixel does. */
  private static Runs obeying(Runs found, List<Click> clicks, Region all) {
    int radius = ClickRules.radius(all.width(), all.height());
    Runs inImage = Runs.rectangle(all);
    Runs result = found;
    for (Click click : clicks) {
      if (result.contains(click.x(), click.y()) != click.positive()) {
        double x = click.x() + 0.5;
        double y = click.y() + 0.5;
        Runs disk = RunSets.intersection(Runs.of(new Dab(x, y, x, y, radius + 0.5)), inImage);
        result = set(result, disk, click.positive());
      }
    }
    for (Click click : clicks) {
      if (result.contains(click.x(), click.y()) != click.positive()) {
        Runs pixel = Runs.rectangle(new Region(click.x(), click.y(), 1, 1));
        result = set(result, pixel, click.positive());
      }
    }
    return result;
  }

  private static Runs set(Runs area, Runs part, boolean inside) {
    return inside ? RunSets.union(area, part) : RunSets.minus(area, part);
  }
}
