package org.maskwright.network.server.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.maskwright.data.io.JsonFile;
import org.maskwright.network.architecture.Variant;

/**
 * The losses of single steps, averaged to as many points as a curve can show: never more than a few
 * a second, and never more than some thousands in all.
 */
final class StepCurve {

  private static final long MAX_POINTS = 2000;
  private static final long POINT_NANOS = 200_000_000L;

  private final JobReporter reporter;
  private final Map<Variant, Double> sums = new EnumMap<>(Variant.class);
  private int steps;
  private long nextPoint = System.nanoTime();

  StepCurve(JobReporter reporter) {
    this.reporter = reporter;
  }

  void step(long step, long total, Map<Variant, Double> losses) throws IOException {
    losses.forEach((variant, loss) -> sums.merge(variant, loss, Double::sum));
    steps++;
    long now = System.nanoTime();
    boolean due = steps >= Math.max(1, total / MAX_POINTS) && now - nextPoint >= 0;
    if (due || step == total) {
      reporter.point(line(step, total));
      sums.clear();
      steps = 0;
      nextPoint = now + POINT_NANOS;
    }
  }

  private String line(long step, long total) {
    ObjectNode json = JsonFile.newObject();
    json.put("step", step).put("of", total);
    ObjectNode losses = json.putObject("losses");
    sums.forEach((variant, sum) -> losses.put(variant.label(), sum / steps));
    return json.toString();
  }
}
