package org.maskwright.app.tool;

import java.util.Arrays;
import java.util.List;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.OverlayLook;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.RegionChange;

/** Draws what would be painted. */
public final class Previews {

  private static final long MAX_PIXELS = 4_000_000;
  private static final double OPACITY = 0.65;

  /** Of what is to be seen through while one works on it. */
  private static final double LIGHT = 0.3;

  /** Of what would be void or unlabelled. */
  private static final int GREY = 0xC8C8C8;

  private static final int NOTHING = 0;
  private static final int UNDECIDED = 255;

  private final Region place;
  private final int level;
  private final byte[] plane;

  private Previews(Region bounds) {
    int fitting = 0;
    while (bounds.area() >> (2 * fitting) > MAX_PIXELS) {
      fitting++;
    }
    level = fitting;
    // A pixel more on all sides, so that there is something around what is outlined.
    place =
        Region.between(
                bounds.x() >> level,
                bounds.y() >> level,
                (bounds.right() >> level) + 1,
                (bounds.bottom() >> level) + 1)
            .grow(1);
    plane = new byte[Math.toIntExact(place.area())];
  }

  /** A change in its classes' colours; nothing if it is empty. */
  public static List<Overlay> of(RegionChange change, LabelScheme scheme) {
    return of(change, scheme, OPACITY);
  }

  /** The same with a tint through which the image is seen. */
  public static List<Overlay> light(RegionChange change, LabelScheme scheme) {
    return of(change, scheme, LIGHT);
  }

  private static List<Overlay> of(RegionChange change, LabelScheme scheme, double opacity) {
    Region bounds = change.bounds();
    if (bounds.isEmpty()) {
      return List.of();
    }
    Previews preview = new Previews(bounds);
    change.parts().forEach(preview::draw);
    OverlayLook look = OverlayLook.of(value -> colour(value, scheme), opacity, 1, false);
    return List.of(new Overlay(preview.plane, preview.place, preview.level, look));
  }

  private static int colour(int value, LabelScheme scheme) {
    if (value == NOTHING) {
      return -1;
    }
    return value <= scheme.size() ? scheme.get(value - 1).displayRgb() : GREY;
  }

  private void draw(RegionChange.Part part) {
    boolean undecided = part.label() >= LabelMask.IGNORE;
    byte value = (byte) (undecided ? UNDECIDED : part.label() + 1);
    part.area()
        .forEachRun(
            (y, from, to) -> {
              int row = ((y >> level) - place.y()) * place.width() - place.x();
              Arrays.fill(plane, row + (from >> level), row + ((to - 1) >> level) + 1, value);
            });
  }
}
