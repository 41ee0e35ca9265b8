package org.maskwright.network.architecture;

import java.util.List;

/**
 * What a head has built.
 *
 * @param maps coarse to fine, those too that are no output of their own
 * @param features what the coarsest of them sees
 * @param stride pixels between two cells of those features
 */
record Scoring(List<ScoreMap> maps, String features, int stride) {

  Scoring {
    maps = List.copyOf(maps);
  }
}
