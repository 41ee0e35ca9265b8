package org.maskwright.network.click;

import java.util.List;

/**
 * How a training went for one period.
 *
 * @param period counted from 1
 * @param rate what the schedule made of the rates at the end
 * @param ious the mean IoU on the objects to score on after 1, 2, 3 ... clicks
 */
public record ClickReport(
    int period,
    long steps,
    double loss,
    double rate,
    double sessionsPerSecond,
    long memoryMebibytes,
    List<Double> ious) {

  public ClickReport {
    ious = List.copyOf(ious);
  }

  /** What the best network is chosen by. */
  public double meanIou() {
    return ious.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }
}
