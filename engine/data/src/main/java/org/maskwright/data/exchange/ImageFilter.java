package org.maskwright.data.exchange;

import java.util.Set;
import org.maskwright.data.project.ImageState;

/**
 * Which images take part.
 *
 * @param states empty for any
 * @param splits names such as {@code train}; empty for any
 */
public record ImageFilter(Set<ImageState> states, Set<String> splits) {

  /** Stands among the splits for the images that are in none. */
  public static final String NO_SPLIT = "none";

  public static final ImageFilter ALL = new ImageFilter(Set.of(), Set.of());

  public ImageFilter {
    states = Set.copyOf(states);
    splits = Set.copyOf(splits);
  }

  boolean accepts(ImageState state, String split) {
    return (states.isEmpty() || states.contains(state))
        && (splits.isEmpty() || splits.contains(split.isEmpty() ? NO_SPLIT : split));
  }
}
