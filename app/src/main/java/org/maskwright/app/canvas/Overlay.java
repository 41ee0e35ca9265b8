package org.maskwright.app.canvas;

import org.jspecify.annotations.Nullable;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;

/** One plane of values laid over the image or a part of it, and how its values look. */
public final class Overlay {

  /** Stands for the value of void, once it is told from unlabelled. No class has this index. */
  public static final int VOID = 254;

  /** The value of what a veil covers: a look shows nothing of it. */
  public static final int HIDDEN = 255;

  private static final byte IGNORE = (byte) LabelMask.IGNORE;

  private final byte[] plane;
  private final @Nullable Region place;
  private final int level;
  private final OverlayLook look;
  private final byte @Nullable [] decided;
  private final @Nullable Veil veil;

  private Overlay(
      byte[] plane,
      @Nullable Region place,
      int level,
      OverlayLook look,
      byte @Nullable [] decided,
      @Nullable Veil veil) {
    this.plane = plane;
    this.place = place;
    this.level = level;
    this.look = look;
    this.decided = decided;
    this.veil = veil;
  }

  /**
   * An overlay over a plane that it shares with whoever paints.
   *
   * @param plane a value a pixel of the image, row by row
   */
  public Overlay(byte[] plane, OverlayLook look) {
    this(plane, null, 0, look, null, null);
  }

  /**
   * An overlay over a part of the image, perhaps coarser than it.
   *
   * @param place of the plane in its level
   * @param level how often the image's sides were halved
   */
  public Overlay(byte[] plane, Region place, int level, OverlayLook look) {
    this(plane, place, level, look, null, null);
  }

  /** The labels of a mask; void ones look like {@link #VOID}. */
  public static Overlay of(LabelMask mask, OverlayLook look) {
    return new Overlay(mask.labels(), null, 0, look, mask.provenanceCodes(), null);
  }

  /** The same, seen only where a veil is open; elsewhere its value is {@link #HIDDEN}. */
  public Overlay behind(Veil over) {
    return new Overlay(plane, place, level, look, decided, over);
  }

  /** True if what is seen depends on each pixel of the image, however coarse the plane is. */
  boolean isVeiled() {
    return veil != null;
  }

  /** Where the plane lies in its level. */
  Region place(int imageWidth) {
    return place != null ? place : new Region(0, 0, imageWidth, plane.length / imageWidth);
  }

  int level() {
    return level;
  }

  OverlayLook look() {
    return look;
  }

  /**
   * Reads the values of some columns of a row.
   *
   * @param start where column 0 of the level stands, or would stand, in the plane
   * @param imageStart where the row of the image begins in all its pixels
   * @param columns of the image, by device pixel
   */
  void gather(int start, int imageStart, int from, int to, int[] columns, byte[] values) {
    for (int x = from; x < to; x++) {
      values[x] = plane[start + (columns[x] >> level)];
    }
    byte[] codes = decided;
    if (codes != null) {
      for (int x = from; x < to; x++) {
        if (values[x] == IGNORE && codes[start + (columns[x] >> level)] != 0) {
          values[x] = (byte) VOID;
        }
      }
    }
    Veil over = veil;
    if (over != null) {
      for (int x = from; x < to; x++) {
        if (!over.isOpen(imageStart + columns[x], values[x])) {
          values[x] = (byte) HIDDEN;
        }
      }
    }
  }
}
