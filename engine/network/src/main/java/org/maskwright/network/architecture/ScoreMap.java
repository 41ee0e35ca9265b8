package org.maskwright.network.architecture;

import java.util.Optional;

/**
 * A coarse map of scores in a graph.
 *
 * @param layer the step that reads it from features
 * @param scores the step whose activation it is, joined with what coarser maps say
 * @param coarser how the coarser map was brought to this one, if there is one
 * @param image how this one is brought to the image
 */
public record ScoreMap(
    Variant variant, String layer, String scores, Optional<Alignment> coarser, Alignment image) {

  /** How the map that single scores are read from lies on the image: this one, or its averages. */
  public Alignment readOut() {
    int shrinking = variant.shrinking();
    return shrinking == 1 ? image : Alignment.ofCells(shrinking * image.factor());
  }
}
