package org.maskwright.network.train;

import java.util.List;
import java.util.Map;
import org.maskwright.data.metric.Scores;
import org.maskwright.network.architecture.Variant;

/**
 * How well each variant did on labelled images.
 *
 * @param whole on all labelled pixels
 * @param band on those near a border
 * @param broken images that could not be read, with the reason
 */
public record Evaluation(
    Map<Variant, Scores> whole, Map<Variant, Scores> band, int images, List<String> broken) {

  public Evaluation {
    whole = Map.copyOf(whole);
    band = Map.copyOf(band);
    broken = List.copyOf(broken);
  }

  /** The best mean IU of any variant; what decides which network is kept. */
  public double bestMeanIu() {
    return whole.values().stream().mapToDouble(Scores::meanIu).max().orElse(Double.NaN);
  }
}
