package org.maskwright.data.click;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;

/**
 * What a selection is asked of.
 *
 * @param clicks oldest first; of two on the same pixel the later counts, outside the image none
 * @param previous what was selected before the last click
 * @param base the region that is being mended, if one is: only where clicks ask for it it changes
 * @param hint a rectangle about the object, drawn before the first click
 */
public record ClickQuery(
    Pixels image,
    List<Click> clicks,
    Optional<Selection> previous,
    Optional<Selection> base,
    Optional<Region> hint) {

  public ClickQuery {
    Map<Long, Click> last = new LinkedHashMap<>();
    for (Click click : clicks) {
      if (image.bounds().contains(click.x(), click.y())) {
        long place = (long) click.y() * image.width() + click.x();
        last.remove(place);
        last.put(place, click);
      }
    }
    clicks = List.copyOf(last.values());
    hint = hint.map(image.bounds()::intersect).filter(box -> !box.isEmpty());
  }

  /** Clicks on a new object. */
  public static ClickQuery of(Pixels image, List<Click> clicks, Optional<Selection> previous) {
    return new ClickQuery(image, clicks, previous, Optional.empty(), Optional.empty());
  }

  /** What is known to be selected so far. */
  Selection known() {
    return previous.or(() -> base).orElseGet(() -> Selection.none(image.width(), image.height()));
  }
}
