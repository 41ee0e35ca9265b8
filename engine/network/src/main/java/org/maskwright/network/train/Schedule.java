package org.maskwright.network.train;

import java.util.List;

/**
 * How the learning rate changes over a training.
 *
 * @param power of the polynomial decay
 * @param milestones shares of the training after which a stepped rate falls to a tenth
 * @param warmUp how many steps it takes to rise to its first value
 */
public record Schedule(Kind kind, double power, List<Double> milestones, int warmUp) {

  /** The shape of the curve. */
  public enum Kind {
    CONSTANT,
    POLY,
    STEP
  }

  public Schedule {
    milestones = List.copyOf(milestones);
    if (!(power > 0) || warmUp < 0 || milestones.stream().anyMatch(m -> !(m > 0 && m < 1))) {
      throw new IllegalArgumentException(
          "power %s, milestones %s, warm-up %s".formatted(power, milestones, warmUp));
    }
  }

  public static Schedule constant() {
    return new Schedule(Kind.CONSTANT, 1, List.of(), 0);
  }

  public static Schedule poly() {
    return new Schedule(Kind.POLY, 0.9, List.of(), 0);
  }

  public static Schedule step(List<Double> milestones) {
    return new Schedule(Kind.STEP, 1, milestones, 0);
  }

  public Schedule withWarmUp(int steps) {
    return new Schedule(kind, power, milestones, steps);
  }

  /** What the rate is multiplied with at this step of so many. */
  public double factor(long step, long total) {
    double done = Math.min(1, (double) step / Math.max(1, total));
    double factor =
        switch (kind) {
          case CONSTANT -> 1;
          case POLY -> Math.pow(1 - done, power);
          case STEP -> Math.pow(0.1, passed(done));
        };
    return step < warmUp ? factor * (step + 1) / warmUp : factor;
  }

  private double passed(double done) {
    return milestones.stream().filter(m -> done >= m).count();
  }
}
