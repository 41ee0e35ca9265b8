package org.maskwright.network.architecture;

import java.util.List;

/**
 * What a head has built.
 *
 * @param maps coarse to fine, those too that are no output of their own
 * @param features what the coarsest of them sees
 * @param sees how many pixels across all that a score hangs on
 */
record Scoring(List<ScoreMap> maps, Feature features, int sees) {

  Scoring {
    maps = List.copyOf(maps);
  }

  Scoring(List<ScoreMap> maps, Feature features) {
    this(maps, features, features.field().size());
  }
}
