package org.maskwright.network.click;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.maskwright.data.metric.NocProtocol;
import org.maskwright.data.metric.NocResult;

/** What a way of selecting achieved, object by object. */
public record ClickScores(List<OfObject> objects) {

  /**
   * The clicks on one object.
   *
   * @param seconds how long the answer to each took
   */
  public record OfObject(String name, NocResult result, List<Double> seconds) {
    public OfObject {
      seconds = List.copyOf(seconds);
    }

    /** How right it was after so many clicks; who stops when it is right enough stays there. */
    double iouAfter(int clicks) {
      List<Double> ious = result.ious();
      return ious.isEmpty() ? 1 : ious.get(Math.min(clicks, ious.size()) - 1);
    }
  }

  public ClickScores {
    objects = List.copyOf(objects);
  }

  /** The mean number of clicks to this IoU. */
  public double clicksTo(double iou) {
    return objects.stream().mapToInt(o -> o.result().clicksTo(iou)).average().orElse(Double.NaN);
  }

  /** How many objects never got so right. */
  public long failures(double iou) {
    return objects.stream().filter(o -> !o.result().reached(iou)).count();
  }

  /** The mean IoU after 1, 2, 3 ... clicks. */
  public List<Double> iouOverClicks() {
    List<Double> means = new ArrayList<>();
    for (int click = 1; click <= NocProtocol.MAX_CLICKS; click++) {
      int after = click;
      means.add(objects.stream().mapToDouble(o -> o.iouAfter(after)).average().orElse(Double.NaN));
    }
    return means;
  }

  /** The median time of an answer to a first click. */
  public double firstSeconds() {
    return median(
        objects.stream().filter(o -> !o.seconds().isEmpty()).mapToDouble(o -> o.seconds().get(0)));
  }

  /** The median time of an answer to a later click. */
  public double laterSeconds() {
    return median(
        objects.stream()
            .flatMapToDouble(o -> o.seconds().stream().skip(1).mapToDouble(Double::doubleValue)));
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }
}
