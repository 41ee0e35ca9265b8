package org.maskwright.data.click;

import java.util.List;
import java.util.Optional;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;
import org.maskwright.data.region.Runs;

/**
 * What a selection in an image of any size is asked of.
 *
 * @param clicks oldest first; of two on the same pixel the later counts, outside the image none
 * @param previous what was selected before the last click
 * @param base the region that is being mended, if one is: only where clicks ask for it it changes
 * @param hint a rectangle about the object, drawn before the first click
 * @param seen where to look as long as nothing is known of the object
 */
public record ObjectRequest(
    List<Click> clicks,
    Optional<Runs> previous,
    Optional<Runs> base,
    Optional<Region> hint,
    Region seen) {

  public ObjectRequest {
    clicks = List.copyOf(clicks);
  }

  /** Clicks on a new object. */
  public static ObjectRequest of(List<Click> clicks, Runs previous, Region seen) {
    return new ObjectRequest(
        clicks, Optional.of(previous), Optional.empty(), Optional.empty(), seen);
  }

  /** What is known to be selected so far. */
  Runs known() {
    return previous.or(() -> base).orElse(Runs.NONE);
  }
}
