package org.maskwright.network.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.train.MetricsLog;

/** How a training run went, from the {@code metrics.jsonl} beside the model that came of it. */
public final class TrainingCurves {

  private static final int MAX_EPOCHS = 100_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> epochs = new ArrayList<>();

  /** The curves beside a model's file; none if it lies alone. */
  public static TrainingCurves beside(Path model) throws IOException {
    TrainingCurves curves = new TrainingCurves();
    Path log = model.resolveSibling(MetricsLog.FILE_NAME);
    if (Files.isRegularFile(log)) {
      curves.read(log);
    }
    return curves;
  }

  private void read(Path log) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(log)) {
      for (String line = lines.readLine();
          line != null && epochs.size() < MAX_EPOCHS;
          line = lines.readLine()) {
        try {
          epochs.add(JSON.readTree(line));
        } catch (JsonProcessingException e) {
          // The last line of a run that was killed may be half a line: it is no epoch yet.
          return;
        }
      }
    }
  }

  boolean isEmpty() {
    return epochs.isEmpty();
  }

  List<Curve> losses() {
    return curves(v -> "/losses/" + v.label());
  }

  List<Curve> meanIu() {
    return curves(v -> "/validation/" + v.label() + "/meanIu");
  }

  List<Curve> bandMeanIu() {
    return curves(v -> "/validation/" + v.label() + "/boundaryBand/meanIu");
  }

  private List<Curve> curves(Function<Variant, String> place) {
    List<Curve> curves = new ArrayList<>();
    for (Variant variant : Variant.values()) {
      List<Double> values =
          epochs.stream().map(e -> e.at(place.apply(variant)).asDouble(Double.NaN)).toList();
      if (values.stream().anyMatch(Double::isFinite)) {
        curves.add(new Curve(variant.label(), values));
      }
    }
    return curves;
  }
}
