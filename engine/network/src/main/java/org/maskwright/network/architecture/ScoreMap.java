package org.maskwright.network.architecture;

/**
 * A coarse map of scores in a graph.
 *
 * @param layer the step that reads it from features
 * @param scores the step whose activation it is, joined with what coarser maps say
 */
public record ScoreMap(Variant variant, String layer, String scores) {

  ScoreMap(Variant variant, String layer) {
    this(variant, layer, layer);
  }
}
