package org.maskwright.network.train;

import java.util.Random;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.IndexedImage;

/** Images drawn on the fly: bars of a few colours on noise, the class told by the colour. */
public final class DrawnExamples implements TrainingExamples {

  private static final int[] COLOURS = {0x404040, 0xD03030, 0x30B030, 0x3030D0};

  private final int count;
  private final int side;
  private final int thickness;

  /**
   * @param thickness of the bars, in pixels
   */
  public DrawnExamples(int count, int side, int thickness) {
    this.count = count;
    this.side = side;
    this.thickness = thickness;
  }

  public static int classes() {
    return COLOURS.length;
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public String name(int index) {
    return "drawn " + index;
  }

  @Override
  public Example load(int index) {
    byte[] labels = labels(index).indices();
    Random noise = new Random(index);
    int[] argb = new int[labels.length];
    for (int i = 0; i < argb.length; i++) {
      int colour = COLOURS[labels[i]];
      int dim = noise.nextInt(24);
      argb[i] = 0xFF000000 | colour + (dim << 16) + (dim << 8) + dim;
    }
    return new Example(name(index), new Pixels(side, side, argb), labels);
  }

  @Override
  public IndexedImage labels(int index) {
    byte[] labels = new byte[side * side];
    Random random = new Random(100 + index);
    for (int label = 1; label < COLOURS.length; label++) {
      int width = label % 2 == 1 ? thickness : side * 3 / 4;
      int height = label % 2 == 1 ? side * 3 / 4 : thickness;
      int left = random.nextInt(side - width);
      int top = random.nextInt(side - height);
      for (int y = top; y < top + height; y++) {
        java.util.Arrays.fill(labels, y * side + left, y * side + left + width, (byte) label);
      }
    }
    return new IndexedImage(side, side, labels, new int[0]);
  }
}
