package org.maskwright.network.architecture;

/** How the last scores are brought to the image's size. */
public enum FinalUpsampling {
  /** Bilinear, without parameters. */
  FIXED,
  /** A deconvolution that starts as bilinear. */
  LEARNED
}
