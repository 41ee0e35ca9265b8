package org.maskwright.app.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.io.JsonFile;

/**
 * The curves of a training as its engine tells them, line by line. A step or an epoch that is told
 * again replaces what was said before.
 */
public final class Curves {

  /** More points than pixels help nobody. */
  private static final int MOST_POINTS = 300;

  private final Map<Long, Map<String, Double>> losses = new TreeMap<>();
  private final Map<Long, Map<String, Double>> meanIus = new TreeMap<>();

  private final Map<Long, Epoch> epochs = new TreeMap<>();

  /** What was told of an epoch. */
  public record Epoch(
      long number,
      Map<String, Double> losses,
      Map<String, Double> meanIus,
      double pace,
      int broken) {}

  /** A point of a curve. */
  public record Point(double x, double y) {}

  /** Takes a line; one of a kind that nobody knows says nothing. */
  void add(String line) throws IOException {
    JsonNode json = JsonFile.parse(line.getBytes(StandardCharsets.UTF_8), "a curve").node();
    if (json.has("step")) {
      losses.put(json.path("step").asLong(), numbers(json.path("losses")));
    } else if (json.has("epoch")) {
      Map<String, Double> ius = new TreeMap<>();
      json.path("validation")
          .properties()
          .forEach(
              of -> {
                if (of.getValue().path("meanIu").isNumber()) {
                  ius.put(of.getKey(), of.getValue().path("meanIu").asDouble());
                }
              });
      long number = json.path("epoch").asLong();
      meanIus.put(number, ius);
      epochs.put(
          number,
          new Epoch(
              number,
              numbers(json.path("losses")),
              ius,
              json.path("imagesPerSecond").asDouble(),
              json.path("broken").size()));
    }
  }

  private static Map<String, Double> numbers(JsonNode node) {
    Map<String, Double> numbers = new TreeMap<>();
    node.properties().forEach(of -> numbers.put(of.getKey(), of.getValue().asDouble()));
    return numbers;
  }

  /** The epochs so far, each once. */
  public List<Epoch> epochs() {
    return List.copyOf(epochs.values());
  }

  /** The loss of each variant by step, thinned. */
  public Map<String, List<Point>> losses() {
    return thinned(losses);
  }

  /** The mean IU of each variant by epoch, thinned. */
  public Map<String, List<Point>> meanIus() {
    return thinned(meanIus);
  }

  private static Map<String, List<Point>> thinned(Map<Long, Map<String, Double>> values) {
    Map<String, List<Point>> curves = new TreeMap<>();
    int every = Math.max(1, values.size() / MOST_POINTS);
    int at = 0;
    for (Map.Entry<Long, Map<String, Double>> point : values.entrySet()) {
      boolean last = at == values.size() - 1;
      if (at++ % every == 0 || last) {
        point
            .getValue()
            .forEach(
                (variant, value) ->
                    curves
                        .computeIfAbsent(variant, v -> new ArrayList<>())
                        .add(new Point(point.getKey(), value)));
      }
    }
    return curves;
  }
}
