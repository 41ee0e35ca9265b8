package org.maskwright.app.canvas;

/** One plane of labels laid over the image, and how its values look. */
public final class Overlay {

  private final byte[] plane;
  private final OverlayLook look;

  /**
   * An overlay over a plane that it shares with whoever paints.
   *
   * @param plane a value a pixel of the image, row by row
   */
  public Overlay(byte[] plane, OverlayLook look) {
    this.plane = plane;
    this.look = look;
  }

  byte[] plane() {
    return plane;
  }

  OverlayLook look() {
    return look;
  }
}
