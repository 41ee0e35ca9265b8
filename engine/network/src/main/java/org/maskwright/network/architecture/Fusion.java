package org.maskwright.network.architecture;

/** How finer scores join coarser ones that were enlarged to their size. */
public enum Fusion {
  /** The two are added, as in the paper. */
  SUM,
  /** The finer ones are read from the features and the coarser scores side by side. */
  CONCATENATION
}
