package org.maskwright.app.canvas;

import java.util.function.IntUnaryOperator;

/** What the 256 values of an overlay look like: colours with opacity, outlines, hatching. */
public final class OverlayLook {

  private static final int VALUES = 256;

  private final int[] tint;
  private final int[] outline;
  private final boolean hatched;
  private final boolean outlined;
  private final boolean tinted;

  private OverlayLook(int[] tint, int[] outline, boolean hatched) {
    this.tint = tint;
    this.outline = outline;
    this.hatched = hatched;
    this.outlined = anyOpaque(outline);
    this.tinted = anyOpaque(tint);
  }

  /**
   * A look from a colour (0xRRGGBB) a value, or -1 for values that are not shown.
   *
   * @param opacity of the areas, 0 to 1
   * @param outlineOpacity of the lines between different values, 0 for none
   */
  public static OverlayLook of(
      IntUnaryOperator colours, double opacity, double outlineOpacity, boolean hatched) {
    int[] tint = new int[VALUES];
    int[] outline = new int[VALUES];
    for (int value = 0; value < VALUES; value++) {
      int rgb = colours.applyAsInt(value);
      if (rgb >= 0) {
        tint[value] = withAlpha(rgb, opacity);
        outline[value] = withAlpha(rgb, outlineOpacity);
      }
    }
    return new OverlayLook(tint, outline, hatched);
  }

  /** A look from a colour with opacity (0xAARRGGBB) a value, without lines. */
  public static OverlayLook shaded(IntUnaryOperator colours) {
    int[] tint = new int[VALUES];
    for (int value = 0; value < VALUES; value++) {
      tint[value] = colours.applyAsInt(value);
    }
    return new OverlayLook(tint, new int[VALUES], false);
  }

  private static int withAlpha(int rgb, double opacity) {
    return (int) Math.round(255 * opacity) << 24 | rgb & 0xFFFFFF;
  }

  private static boolean anyOpaque(int[] colours) {
    for (int colour : colours) {
      if (colour >>> 24 != 0) {
        return true;
      }
    }
    return false;
  }

  boolean isTinted() {
    return tinted;
  }

  boolean isOutlined() {
    return outlined;
  }

  boolean isHatched() {
    return hatched;
  }

  /** 0xAARRGGBB of the areas with this value. */
  int tint(int value) {
    return tint[value];
  }

  /** 0xAARRGGBB of the edge of areas with this value. */
  int outline(int value) {
    return outline[value];
  }
}
