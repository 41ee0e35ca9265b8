package org.maskwright.network.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.architecture.Variant;

/**
 * One image in one row of pictures: itself, the truth if it is known, what each variant says, and
 * where the variants disagree.
 */
public final class SideBySide {

  private static final int GAP = 4;
  private static final int PAPER = 0xFFFFFFFF;
  private static final int TWO_OPINIONS = 0xFFFF9F1C;
  private static final int MORE_OPINIONS = 0xFFE71D36;

  private final Pixels image;
  private final LabelScheme labels;
  private final List<int[]> tiles = new ArrayList<>();

  private SideBySide(Pixels image, LabelScheme labels) {
    this.image = image;
    this.labels = labels;
  }

  /**
   * Draws the row.
   *
   * @param truth labels of the image's pixels
   * @param predicted by variant, the same
   */
  public static Pixels draw(
      Pixels image, Optional<byte[]> truth, Map<Variant, byte[]> predicted, LabelScheme labels) {
    SideBySide row = new SideBySide(image, labels);
    row.tiles.add(image.argb());
    truth.ifPresent(t -> row.tiles.add(row.coloured(t)));
    predicted.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> row.tiles.add(row.coloured(entry.getValue())));
    if (predicted.size() > 1) {
      row.tiles.add(row.disagreement(predicted.values()));
    }
    return row.joined();
  }

  /** The image with classes laid over it; the background and what is undecided stay clear. */
  private int[] coloured(byte[] classes) {
    int[] tile = new int[classes.length];
    for (int i = 0; i < tile.length; i++) {
      int value = classes[i] & 0xFF;
      int pixel = image.argb()[i];
      boolean clear = value == LabelScheme.BACKGROUND || value == LabelMask.IGNORE;
      tile[i] = clear ? dimmed(pixel) : mixed(pixel, colour(value));
    }
    return tile;
  }

  private int colour(int value) {
    return value < labels.size() ? labels.get(value).displayRgb() : PAPER;
  }

  private int[] disagreement(Collection<byte[]> opinions) {
    int[] tile = new int[image.argb().length];
    for (int i = 0; i < tile.length; i++) {
      int place = i;
      long different = opinions.stream().map(o -> o[place]).distinct().count();
      int pixel = image.argb()[i];
      if (different == 1) {
        tile[i] = dimmed(pixel);
      } else {
        tile[i] = different == 2 ? TWO_OPINIONS : MORE_OPINIONS;
      }
    }
    return tile;
  }

  private static int dimmed(int pixel) {
    return 0xFF000000
        | mean(pixel >> 16 & 0xFF) << 16
        | mean(pixel >> 8 & 0xFF) << 8
        | mean(pixel & 0xFF);
  }

  private static int mean(int channel) {
    return (channel + 255) / 2;
  }

  private static int mixed(int pixel, int colour) {
    int mixed = 0xFF000000;
    for (int shift = 0; shift <= 16; shift += 8) {
      int a = pixel >> shift & 0xFF;
      int b = colour >> shift & 0xFF;
      mixed |= (a + 3 * b) / 4 << shift;
    }
    return mixed;
  }

  private Pixels joined() {
    int width = tiles.size() * (image.width() + GAP) - GAP;
    int[] row = new int[Math.multiplyExact(width, image.height())];
    Arrays.fill(row, PAPER);
    for (int y = 0; y < image.height(); y++) {
      for (int t = 0; t < tiles.size(); t++) {
        System.arraycopy(
            tiles.get(t),
            y * image.width(),
            row,
            y * width + t * (image.width() + GAP),
            image.width());
      }
    }
    return new Pixels(width, image.height(), row);
  }
}
