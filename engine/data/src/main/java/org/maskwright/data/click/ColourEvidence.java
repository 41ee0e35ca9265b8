package org.maskwright.data.click;

import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.metric.Click;

/**
 * Evidence without a network: colours like those at the clicks, and how far a pixel is from the
 * clicks on a way that avoids crossing edges.
 */
final class ColourEvidence implements Evidence {

  static final int LONG_SIDE = 256;

  private static final int SAMPLE = 5;
  private static final double COLOUR_WEIGHT = 0.6;
  private static final double DISTANCE_WEIGHT = 4;
  private static final double HINTED = 0.3;
  private static final double FRAME_PENALTY = 0.15;
  private static final double FRAME_TRUST = 0.3;

  @Override
  public float[] probabilities(View view) {
    int width = view.crop().width();
    int height = view.crop().height();
    byte[] told = ClickDisks.nearest(width, height, view.clicks(), SAMPLE);
    boolean known = hasAny(view.previous());
    ColourHistogram object = new ColourHistogram();
    ColourHistogram rest = new ColourHistogram();
    for (int i = 0; i < told.length; i++) {
      double selected = known ? view.previous()[i] : 0;
      double frame = isFrame(i, width, height) ? FRAME_TRUST : 0.02;
      object.add(view.colours(), i, told[i] > 0 ? 20 : told[i] < 0 ? 0 : selected);
      rest.add(view.colours(), i, told[i] < 0 ? 20 : told[i] > 0 ? 0 : (1 - selected) * frame);
    }
    object.smooth();
    rest.smooth();
    return mix(view, object, rest);
  }

  private static float[] mix(View view, ColourHistogram object, ColourHistogram rest) {
    int width = view.crop().width();
    int height = view.crop().height();
    Geodesic ways = new Geodesic(width, height, view.colours());
    double scale = Math.hypot(width, height);
    List<Integer> inside = places(view.clicks(), true, width);
    float[] toObject = ways.from(inside, List.of(), 0);
    float[] toRest =
        ways.from(
            places(view.clicks(), false, width),
            frame(width, height),
            (float) (FRAME_PENALTY * scale));
    float[] probabilities = new float[toObject.length];
    for (int i = 0; i < probabilities.length; i++) {
      double colour = object.logShare(view.colours(), i) - rest.logShare(view.colours(), i);
      double near =
          inside.isEmpty()
              ? (view.previous()[i] > 0.5f ? HINTED : -1)
              : (toRest[i] - toObject[i]) / (toRest[i] + toObject[i] + 1);
      double evidence = COLOUR_WEIGHT * Math.max(-4, Math.min(4, colour)) + DISTANCE_WEIGHT * near;
      probabilities[i] = (float) (1 / (1 + Math.exp(-evidence)));
    }
    return probabilities;
  }

  private static boolean hasAny(float[] shares) {
    for (float share : shares) {
      if (share > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFrame(int pixel, int width, int height) {
    int x = pixel % width;
    int y = pixel / width;
    return x < 2 || y < 2 || x >= width - 2 || y >= height - 2;
  }

  private static List<Integer> places(List<Click> clicks, boolean positive, int width) {
    List<Integer> places = new ArrayList<>();
    for (Click click : clicks) {
      if (click.positive() == positive) {
        places.add(click.y() * width + click.x());
      }
    }
    return places;
  }

  private static List<Integer> frame(int width, int height) {
    List<Integer> frame = new ArrayList<>();
    for (int i = 0; i < width * height; i++) {
      int x = i % width;
      int y = i / width;
      if (x == 0 || y == 0 || x == width - 1 || y == height - 1) {
        frame.add(i);
      }
    }
    return frame;
  }
}
