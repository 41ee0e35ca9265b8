package org.maskwright.data.click;

import java.util.List;
import java.util.Optional;
import org.maskwright.data.label.Region;
import org.maskwright.data.metric.Click;

/**
 * An object that was begun and not accepted yet: what a person did to select it. What that selects
 * is found anew.
 *
 * @param clicks oldest first
 * @param hint a rectangle about the object, drawn before the first click
 * @param seed where a region of the mask was clicked that is to be mended; empty for a new object
 * @param seconds that were spent on it so far
 */
public record ClickDraft(
    List<Click> clicks, Optional<Region> hint, Optional<Seed> seed, double seconds) {

  /** A pixel of a region, and the class that it has. */
  public record Seed(int x, int y, int label) {}

  public ClickDraft {
    clicks = List.copyOf(clicks);
  }
}
