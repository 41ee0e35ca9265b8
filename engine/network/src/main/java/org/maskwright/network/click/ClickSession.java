package org.maskwright.network.click;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.metric.Click;

/**
 * Somebody selecting one object, simulated: a crop, what is right, the clicks so far and what was
 * selected after the last of them.
 */
final class ClickSession {

  private final int side;
  private final float[] colours;
  private final byte[] truth;
  private final SplittableRandom random;
  private final List<Click> clicks = new ArrayList<>();
  private float[] selected;
  private int clicksLeft;

  /**
   * @param colours of the square crop, as the network wants them
   * @param truth 1 the object, 0 not, {@link LabelMask#IGNORE} what does not count
   */
  ClickSession(int side, float[] colours, byte[] truth, SplittableRandom random) {
    this.side = side;
    this.colours = colours;
    this.truth = truth;
    this.random = random;
    this.selected = new float[side * side];
  }

  /** Shows the network what the session has. */
  void show(ClickInput input, int place) {
    input.colours(place, colours);
    input.clicks(place, clicks);
    input.previous(place, selected);
  }

  byte[] truth() {
    return truth;
  }

  int side() {
    return side;
  }

  SplittableRandom random() {
    return random;
  }

  void click(Click click) {
    clicks.add(click);
  }

  int clickCount() {
    return clicks.size();
  }

  float[] selected() {
    return selected;
  }

  /** What is selected now, as probabilities or as whole pixels. */
  void select(float[] shares) {
    selected = shares;
  }

  /** What the network made of it; half of the sessions go on from whole pixels, as masks have. */
  void see(float[] probabilities) {
    selected = probabilities;
    if (random.nextBoolean()) {
      for (int i = 0; i < selected.length; i++) {
        selected[i] = selected[i] > 0.5f ? 1 : 0;
      }
    }
  }

  void allow(int moreClicks) {
    clicksLeft = moreClicks;
  }

  /** Counts one more click down; false when the session is over. */
  boolean goesOn() {
    clicksLeft--;
    return clicksLeft > 0;
  }

  /** How right the selection is. */
  double iou() {
    long both = 0;
    long either = 0;
    for (int i = 0; i < truth.length; i++) {
      if (truth[i] != (byte) LabelMask.IGNORE) {
        boolean object = truth[i] == 1;
        boolean chosen = selected[i] > 0.5f;
        both += object && chosen ? 1 : 0;
        either += object || chosen ? 1 : 0;
      }
    }
    return either == 0 ? 1 : (double) both / either;
  }
}
