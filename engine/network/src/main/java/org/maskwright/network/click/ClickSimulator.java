package org.maskwright.network.click;

import java.util.Optional;
import java.util.SplittableRandom;
import org.maskwright.data.metric.Click;
import org.maskwright.data.metric.Depth;

/**
 * Clicks as people make them: first somewhere well inside the object, or a box about it, then where
 * the selection is most wrong or somewhere else where it is wrong, and now and then just outside
 * the border.
 */
final class ClickSimulator {

  private static final double DEEPEST = 0.6;
  private static final double MORE_AT_FIRST = 0.3;
  private static final double BOX_START = 0.05;
  private static final double WRONG_START = 0.15;
  private static final double GOES_ON = 0.7;
  private static final int MOST_CLICKS = 12;
  private static final double BORDER_SHARE = 0.15;

  private ClickSimulator() {}

  /** A new session's first clicks; sometimes it starts from a selection that has to be mended. */
  static void begin(ClickSession session) {
    SplittableRandom random = session.random();
    int clicks = 1;
    while (clicks < MOST_CLICKS && random.nextDouble() < GOES_ON) {
      clicks++;
    }
    session.allow(clicks);
    double start = random.nextDouble();
    if (start < BOX_START) {
      session.select(Starts.box(session));
      return;
    }
    if (start < BOX_START + WRONG_START) {
      session.select(Starts.disturbed(session));
      if (next(session)) {
        return;
      }
    }
    float[] inside = Depth.of(where(session, 1), session.side(), session.side());
    click(session, inside, true, random.nextDouble() < DEEPEST ? 1 : random.nextDouble());
    while (random.nextDouble() < MORE_AT_FIRST) {
      boolean positive = random.nextDouble() < 0.4;
      float[] depths =
          positive ? inside : Depth.of(where(session, 0), session.side(), session.side());
      if (!positive && random.nextBoolean()) {
        keepBorder(depths, session.side());
      }
      click(session, depths, positive, random.nextDouble() * 0.8);
    }
  }

  /** The click after the selection was seen; false if nothing is wrong. */
  static boolean next(ClickSession session) {
    Optional<float[]> missing = wrong(session, true);
    Optional<float[]> surplus = wrong(session, false);
    if (missing.isEmpty() && surplus.isEmpty()) {
      return false;
    }
    float most = missing.map(ClickSimulator::greatest).orElse(0f);
    float least = surplus.map(ClickSimulator::greatest).orElse(0f);
    SplittableRandom random = session.random();
    boolean careful = random.nextDouble() < DEEPEST;
    boolean positive = careful ? most > least : random.nextDouble() * (most + least) < most;
    float[] depths = positive ? missing.orElseThrow() : surplus.orElseThrow();
    click(session, depths, positive, careful ? 1 : random.nextDouble());
    return true;
  }

  /** The careful person's next click, as benchmarks make it; false if nothing is wrong. */
  static boolean nextDeepest(ClickSession session) {
    float[] missing = wrong(session, true).orElse(new float[session.truth().length]);
    float[] surplus = wrong(session, false).orElse(new float[session.truth().length]);
    boolean positive = greatest(missing) > greatest(surplus);
    float[] depths = positive ? missing : surplus;
    if (greatest(depths) == 0) {
      return false;
    }
    click(session, depths, positive, 1);
    return true;
  }

  private static Optional<float[]> wrong(ClickSession session, boolean missing) {
    byte[] truth = session.truth();
    float[] selected = session.selected();
    boolean[] wrong = new boolean[truth.length];
    boolean any = false;
    for (int i = 0; i < wrong.length; i++) {
      boolean chosen = selected[i] > 0.5f;
      wrong[i] = truth[i] == (missing ? 1 : 0) && chosen != missing;
      any |= wrong[i];
    }
    return any ? Optional.of(Depth.of(wrong, session.side(), session.side())) : Optional.empty();
  }

  private static boolean[] where(ClickSession session, int value) {
    byte[] truth = session.truth();
    boolean[] set = new boolean[truth.length];
    for (int i = 0; i < set.length; i++) {
      set[i] = truth[i] == (byte) value;
    }
    return set;
  }

  /** Leaves only what lies near the edge of the set. */
  private static void keepBorder(float[] depths, int side) {
    for (int i = 0; i < depths.length; i++) {
      depths[i] = depths[i] > side * BORDER_SHARE ? 0 : depths[i];
    }
  }

  private static float greatest(float[] depths) {
    float greatest = 0;
    for (float depth : depths) {
      greatest = Math.max(greatest, depth);
    }
    return greatest;
  }

  /** Clicks on one of the pixels that are at least so deep, of what is deepest. */
  private static void click(ClickSession session, float[] depths, boolean positive, double share) {
    float enough = (float) (greatest(depths) * share);
    int count = 0;
    int chosen = -1;
    for (int i = 0; i < depths.length; i++) {
      if (depths[i] > 0 && depths[i] >= enough) {
        count++;
        chosen = session.random().nextInt(count) == 0 ? i : chosen;
      }
    }
    if (chosen >= 0) {
      session.click(new Click(chosen % session.side(), chosen / session.side(), positive));
    }
  }
}
