package org.maskwright.data.exchange;

import java.util.Set;
import org.maskwright.data.project.ImageState;

/**
 * Which images take part.
 *
 * @param states empty for any
 * @param splits empty for any; the empty name stands for images in no split
 */
public record ImageFilter(Set<ImageState> states, Set<String> splits) {

  public static final ImageFilter ALL = new ImageFilter(Set.of(), Set.of());

  public ImageFilter {
    states = Set.copyOf(states);
    splits = Set.copyOf(splits);
  }

  boolean accepts(ImageState state, String split) {
    return (states.isEmpty() || states.contains(state))
        && (splits.isEmpty() || splits.contains(split));
  }
}
