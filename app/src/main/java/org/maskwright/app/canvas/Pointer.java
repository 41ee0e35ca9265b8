package org.maskwright.app.canvas;

/**
 * Where the mouse or pen is on the image, and what is held with it.
 *
 * @param x in image pixels; the middle of the first one is 0.5
 * @param subtract the right button, or Alt with the left one: the tool takes away instead of adding
 * @param straight Shift: the tool goes on in a straight line from where it was
 * @param clicks 2 for a double click
 */
public record Pointer(double x, double y, boolean subtract, boolean straight, int clicks) {

  public int pixelX() {
    return (int) Math.floor(x);
  }

  public int pixelY() {
    return (int) Math.floor(y);
  }
}
