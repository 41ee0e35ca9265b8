package org.maskwright.network.weights.fitting;

/** What weights have to bring. */
public enum Strictness {
  /** Every parameter in its own shape, as a model's own file does. */
  EVERYTHING,
  /** The trunk: scores may start anew, fc6 and fc7 may be thinned out. */
  TRUNK
}
