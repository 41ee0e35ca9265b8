package org.maskwright.app.session;

/**
 * How the tools were set last.
 *
 * @param brushRadius in image pixels, as all lengths here; also half the side of a square brush
 * @param wandTolerance with which the wand starts; dragging changes it
 * @param superpixel about how many screen pixels a superpixel is wide
 * @param voidWidth how far a void border reaches to either side
 */
public record ToolOptions(
    int brushRadius, BrushShape brushShape, int wandTolerance, int superpixel, int voidWidth) {

  public static final int MAX_BRUSH = 500;
  public static final int MAX_TOLERANCE = 255;
  public static final int MIN_SUPERPIXEL = 6;
  public static final int MAX_SUPERPIXEL = 100;
  public static final int MAX_VOID_WIDTH = 50;

  public static final ToolOptions FIRST = new ToolOptions(12, BrushShape.ROUND, 24, 20, 2);

  public ToolOptions {
    brushRadius = clamp(brushRadius, 1, MAX_BRUSH);
    wandTolerance = clamp(wandTolerance, 0, MAX_TOLERANCE);
    superpixel = clamp(superpixel, MIN_SUPERPIXEL, MAX_SUPERPIXEL);
    voidWidth = clamp(voidWidth, 1, MAX_VOID_WIDTH);
  }

  private static int clamp(int value, int least, int most) {
    return Math.max(least, Math.min(most, value));
  }

  public ToolOptions withBrushRadius(int radius) {
    return new ToolOptions(radius, brushShape, wandTolerance, superpixel, voidWidth);
  }

  public ToolOptions withBrushShape(BrushShape shape) {
    return new ToolOptions(brushRadius, shape, wandTolerance, superpixel, voidWidth);
  }

  public ToolOptions withWandTolerance(int tolerance) {
    return new ToolOptions(brushRadius, brushShape, tolerance, superpixel, voidWidth);
  }

  /** With superpixels about so many screen pixels wide. */
  public ToolOptions withSuperpixel(int size) {
    return new ToolOptions(brushRadius, brushShape, wandTolerance, size, voidWidth);
  }

  public ToolOptions withVoidWidth(int width) {
    return new ToolOptions(brushRadius, brushShape, wandTolerance, superpixel, width);
  }
}
