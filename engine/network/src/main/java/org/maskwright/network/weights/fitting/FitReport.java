package org.maskwright.network.weights.fitting;

import java.util.List;

/**
 * What a network took from weights that fitted.
 *
 * @param fresh parameters that keep what the network started with
 * @param thinned parameters that got only some of the channels, with both shapes
 */
public record FitReport(List<String> fresh, List<String> thinned) {

  public FitReport {
    fresh = List.copyOf(fresh);
    thinned = List.copyOf(thinned);
  }
}
