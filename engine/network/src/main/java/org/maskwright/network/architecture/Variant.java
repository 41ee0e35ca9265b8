package org.maskwright.network.architecture;

/** One of the three outputs of a fully convolutional network, named by its finest score map. */
public enum Variant {
  FCN_32S(32, "32s"),
  FCN_16S(16, "16s"),
  FCN_8S(8, "8s");

  private final int stride;
  private final String label;

  Variant(int stride, String label) {
    this.stride = stride;
    this.label = label;
  }

  /** Pixels between two cells of the finest map of scores that goes into it. */
  public int stride() {
    return stride;
  }

  /** The short name that people use. */
  public String label() {
    return label;
  }
}
