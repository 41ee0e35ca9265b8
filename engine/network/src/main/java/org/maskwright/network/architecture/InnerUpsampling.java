package org.maskwright.network.architecture;

/** How maps are enlarged on the way to the last scores. */
public enum InnerUpsampling {
  /** Bilinear, without parameters. */
  FIXED,
  /** A deconvolution that starts as bilinear. */
  LEARNED
}
