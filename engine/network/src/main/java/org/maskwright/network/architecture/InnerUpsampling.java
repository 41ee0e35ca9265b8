package org.maskwright.network.architecture;

/** How maps are enlarged on the way to the last scores. */
public enum InnerUpsampling {
  /** Bilinear, without parameters. */
  FIXED,
  /** A deconvolution that starts as bilinear. */
  LEARNED,
  /** Each value goes back to where its pooling found the greatest one; all else is zero. */
  UNPOOLED
}
