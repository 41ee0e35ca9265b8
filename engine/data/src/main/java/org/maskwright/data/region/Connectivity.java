package org.maskwright.data.region;

/**
 * When two pixels hang together. Things are {@link #EIGHT}-connected by custom (as OpenCV and
 * scikit-image count them), and then what lies around and inside them is {@link #FOUR}-connected:
 * otherwise a diagonal line would both hold together and leak.
 */
public enum Connectivity {
  /** By a side. */
  FOUR(0),
  /** By a side or a corner. */
  EIGHT(1);

  private final int reach;

  Connectivity(int reach) {
    this.reach = reach;
  }

  /** How far past its ends a run touches runs in the next row. */
  int reach() {
    return reach;
  }

  /** What holds for the pixels outside when this holds inside. */
  public Connectivity opposite() {
    return this == FOUR ? EIGHT : FOUR;
  }
}
