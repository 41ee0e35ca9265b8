package org.maskwright.app.compare;

/** What panes show of a variant in place of its classes. */
public enum Layer {
  CLASSES,
  /** Where the variants differ. */
  DISAGREEMENT,
  CONFIDENCE,
  ENTROPY,
  /** How likely the active class is. */
  PROBABILITY,
  /** What accepting the variant would change. */
  CHANGES,
  /** Where the variant differs from the mask. */
  DIFFERENCE;

  /** True if it has to be looked at anew when somebody paints. */
  boolean dependsOnMask() {
    return this == CHANGES || this == DIFFERENCE;
  }

  /** The key of its name in the resource bundles. */
  public String textKey() {
    return "layer." + name();
  }
}
