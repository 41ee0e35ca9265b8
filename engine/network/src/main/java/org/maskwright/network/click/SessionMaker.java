package org.maskwright.network.click;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.maskwright.data.click.Crop;
import org.maskwright.data.click.CropReader;
import org.maskwright.data.click.ObjectFinder;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Runs;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.train.ColourJitter;
import org.maskwright.network.train.Example;

/**
 * Makes sessions of labelled images: an object or two as one, seen in a crop with more or less
 * around it, mirrored and recoloured by chance.
 */
final class SessionMaker {

  private static final double WHOLE_IMAGE = 0.35;
  private static final double UNION = 0.1;
  private static final double LEAST_MARGIN = 0.75;
  private static final double GREATEST_MARGIN = 3.2;
  private static final double STRETCH = 1.33;
  private static final double GREATEST_SCALE = 4;
  private static final int FEWEST_PIXELS = 120;

  private final int side;
  private final int smallest;
  private final double colour;
  private final Preprocessing preprocessing;

  /**
   * @param side of the crops
   * @param smallest the number of pixels that an object has at least
   * @param colour how far colours move, 0 to 1
   */
  SessionMaker(int side, int smallest, double colour, Preprocessing preprocessing) {
    this.side = side;
    this.smallest = smallest;
    this.colour = colour;
    this.preprocessing = preprocessing;
  }

  int smallest() {
    return smallest;
  }

  /** A session on one of the image's objects, if it has any. */
  Optional<ClickSession> make(Example example, SplittableRandom random) {
    List<Runs> objects =
        new ObjectFinder(example.width(), example.height(), example.labels(), smallest).objects();
    if (objects.isEmpty()) {
      return Optional.empty();
    }
    byte[] truth = example.labels().clone();
    for (int i = 0; i < truth.length; i++) {
      truth[i] = truth[i] == (byte) LabelMask.IGNORE ? truth[i] : 0;
    }
    Region bounds = mark(objects.get(random.nextInt(objects.size())), truth, example.width());
    if (random.nextDouble() < UNION) {
      Runs other = objects.get(random.nextInt(objects.size()));
      bounds = bounds.union(mark(other, truth, example.width()));
    }
    Crop crop = stretched(Crop.of(box(bounds, example, random), side, GREATEST_SCALE), random);
    ClickSession session = session(example, truth, crop, random);
    int pixels = 0;
    for (byte value : session.truth()) {
      pixels += value == 1 ? 1 : 0;
    }
    return pixels < FEWEST_PIXELS ? Optional.empty() : Optional.of(session);
  }

  private static Region mark(Runs object, byte[] truth, int width) {
    object.forEachRun(
        (y, from, to) -> Arrays.fill(truth, y * width + from, y * width + to, (byte) 1));
    return object.bounds();
  }

  private static Region box(Region bounds, Example example, SplittableRandom random) {
    Region all = new Region(0, 0, example.width(), example.height());
    if (random.nextDouble() < WHOLE_IMAGE) {
      return all;
    }
    double margin = LEAST_MARGIN * Math.pow(GREATEST_MARGIN / LEAST_MARGIN, random.nextDouble());
    double longer = Math.max(bounds.width(), bounds.height());
    double moreX = Math.max(bounds.width(), longer / 2) * margin - bounds.width();
    double moreY = Math.max(bounds.height(), longer / 2) * margin - bounds.height();
    int left = (int) (bounds.x() - moreX * random.nextDouble());
    int top = (int) (bounds.y() - moreY * random.nextDouble());
    return new Region(
            left, top, (int) (bounds.width() + moreX) + 1, (int) (bounds.height() + moreY) + 1)
        .intersect(all);
  }

  /** The shorter side a little longer, so that less of the square stays empty. */
  private Crop stretched(Crop crop, SplittableRandom random) {
    double most = 1 + (STRETCH - 1) * random.nextDouble();
    int longer = Math.max(crop.width(), crop.height());
    return new Crop(
        crop.box(),
        (int) Math.min(longer, Math.round(crop.width() * most)),
        (int) Math.min(longer, Math.round(crop.height() * most)));
  }

  private ClickSession session(Example example, byte[] truth, Crop crop, SplittableRandom random) {
    CropReader reader = new CropReader(crop);
    float[] read = reader.colours(example.image());
    byte[] right = reader.nearest(truth, example.width());
    boolean mirrored = random.nextBoolean();
    ColourJitter jitter = ColourJitter.draw(colour, random);
    float[] colours = new float[side * side * 3];
    byte[] square = new byte[side * side];
    Arrays.fill(square, (byte) LabelMask.IGNORE);
    float[] rgb = new float[3];
    for (int y = 0; y < crop.height(); y++) {
      for (int x = 0; x < crop.width(); x++) {
        int from = y * crop.width() + (mirrored ? crop.width() - 1 - x : x);
        int to = y * side + x;
        System.arraycopy(read, from * 3, rgb, 0, 3);
        jitter.apply(rgb);
        preprocessing.put(rgb, colours, to * 3);
        square[to] = right[from];
      }
    }
    return new ClickSession(side, colours, square, random);
  }
}
