package org.maskwright.app.compare;

import java.util.List;
import org.maskwright.app.canvas.OverlayLook;

/** The colours of layers; told apart also by those who do not see red or green. */
final class LayerLooks {

  /** Of classes of a model that are none of the project. */
  static final int UNMAPPED_RGB = 0x8C8C8C;

  static final int TWO_OF_THREE_RGB = 0xF0A30A;
  static final int ALL_DIFFER_RGB = 0xE0218A;
  static final int MISSED_RGB = 0x1F78FF;
  static final int EXTRA_RGB = 0xFF7F0E;
  static final int OTHER_CLASS_RGB = 0xCC79A7;
  static final int UNSURE_RGB = 0xE0218A;

  /** From unlikely to certain. */
  static final List<Integer> HEAT = List.of(0x2B0F54, 0x7A1F6D, 0xCF4446, 0xF98C0A, 0xFCFFA4);

  private static final double MOST = 0.85;
  private static final double LEAST = 0.1;

  private LayerLooks() {}

  static OverlayLook disagreement() {
    return OverlayLook.of(
        value -> value == 0 || value == 255 ? -1 : value == 1 ? TWO_OF_THREE_RGB : ALL_DIFFER_RGB,
        MOST,
        0,
        false);
  }

  static OverlayLook difference() {
    return OverlayLook.of(
        value ->
            switch (value) {
              case LayerPlanes.MISSED -> MISSED_RGB;
              case LayerPlanes.EXTRA -> EXTRA_RGB;
              case LayerPlanes.OTHER_CLASS -> OTHER_CLASS_RGB;
              default -> -1;
            },
        MOST,
        0,
        false);
  }

  /** The less sure, the stronger. */
  static OverlayLook confidence() {
    return OverlayLook.shaded(value -> withAlpha(UNSURE_RGB, MOST * (255 - value) / 255));
  }

  static OverlayLook entropy() {
    return OverlayLook.shaded(value -> withAlpha(UNSURE_RGB, MOST * value / 255));
  }

  /** What is hardly likely is not shown at all. */
  static OverlayLook probability() {
    return OverlayLook.shaded(
        value -> {
          double share = value / 255.0;
          double opacity = share < LEAST / 2 ? 0 : Math.min(MOST, LEAST + share);
          return withAlpha(heat(share), opacity);
        });
  }

  static int heat(double share) {
    double place = share * (HEAT.size() - 1);
    int below = Math.min(HEAT.size() - 2, (int) place);
    return mix(HEAT.get(below), HEAT.get(below + 1), place - below);
  }

  private static int mix(int from, int to, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double value = (from >> shift & 0xFF) * (1 - share) + (to >> shift & 0xFF) * share;
      mixed = mixed << 8 | (int) Math.round(value);
    }
    return mixed;
  }

  private static int withAlpha(int rgb, double opacity) {
    return (int) Math.round(255 * opacity) << 24 | rgb;
  }
}
