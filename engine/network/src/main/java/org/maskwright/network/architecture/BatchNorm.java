package org.maskwright.network.architecture;

/** What became of the batch normalisation that a trunk was trained with. */
public enum BatchNorm {
  /** It is part of the convolutions, for ever: fastest, and what most models are. */
  FOLDED,
  /** It stands behind every convolution of the trunk, and can be trained. */
  LIVE
}
