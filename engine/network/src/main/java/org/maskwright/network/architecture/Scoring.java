package org.maskwright.network.architecture;

import java.util.List;

/**
 * What a head has built.
 *
 * @param maps coarse to fine, those too that are no output of their own
 * @param features what the coarsest of them sees
 */
record Scoring(List<ScoreMap> maps, Feature features) {

  Scoring {
    maps = List.copyOf(maps);
  }
}
