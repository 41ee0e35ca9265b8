package org.maskwright.samples;

import java.awt.image.BufferedImage;

/** A picture, and for each of its pixels what is really there. */
public final class Sample {

  private final BufferedImage picture;
  private final byte[] truth;

  Sample(BufferedImage picture, byte[] truth) {
    this.picture = picture;
    this.truth = truth;
  }

  public BufferedImage picture() {
    return picture;
  }

  public int width() {
    return picture.getWidth();
  }

  public int height() {
    return picture.getHeight();
  }

  /** Class indices, row by row. */
  public byte[] truth() {
    return truth.clone();
  }
}
