package org.maskwright.network.architecture;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** An output of a network, named by the finest map of scores that goes into it. */
public enum Variant {
  FCN_32S(32, "32s"),
  FCN_16S(16, "16s"),
  FCN_8S(8, "8s"),
  /** Scores of every pixel, as decoders give them that go all the way back. */
  FULL(1, "1s");

  /** The three that skips lead to: all of them come from one pass. */
  public static final Set<Variant> SKIPS =
      Collections.unmodifiableSet(EnumSet.of(FCN_32S, FCN_16S, FCN_8S));

  /** Maps finer than this are averaged before anybody looks into them, or they would be huge. */
  private static final int FINEST_READ_OUT = 4;

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

  /** Cells across that are averaged into one where single scores are read. */
  public int shrinking() {
    return Math.max(1, FINEST_READ_OUT / stride);
  }

  /** The one whose scores lie so many pixels apart. */
  static Variant ofStride(int stride) {
    return Arrays.stream(values()).filter(v -> v.stride == stride).findFirst().orElseThrow();
  }

  /** The short name that people use. */
  public String label() {
    return label;
  }
}
