package org.maskwright.network.train;

/** Where the weights of classes in the loss come from. */
public enum ClassWeighting {
  NONE,
  /** The rarer in pixels, the heavier; their mean is one. */
  INVERSE,
  /** The median frequency over a class's own, each in the images that have the class. */
  MEDIAN_FREQUENCY
}
