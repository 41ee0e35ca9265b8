package org.maskwright.network.train;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.io.Disk;
import org.maskwright.data.metric.ClassScore;
import org.maskwright.data.metric.Scores;
import org.maskwright.network.architecture.Variant;

/**
 * {@code metrics.jsonl}: a line an epoch, for curves. An epoch that is done again after a crash
 * replaces its line.
 */
public final class MetricsLog {

  public static final String FILE_NAME = "metrics.jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Disk disk;
  private final Path file;

  public MetricsLog(Disk disk, Path folder) {
    this.disk = disk;
    this.file = folder.resolve(FILE_NAME);
  }

  /** Writes an epoch's line behind those of the epochs before it. */
  public void append(EpochReport report) throws IOException {
    List<String> lines = new ArrayList<>();
    if (disk.exists(file)) {
      for (String line : new String(disk.read(file), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.isBlank() && JSON.readTree(line).path("epoch").asInt() < report.epoch()) {
          lines.add(line);
        }
      }
    }
    lines.add(line(report));
    String text = String.join("\n", lines) + "\n";
    AtomicFile.write(disk, file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** An epoch as one line of JSON. */
  public static String line(EpochReport report) throws IOException {
    return JSON.writeValueAsString(tree(report));
  }

  private static ObjectNode tree(EpochReport report) {
    ObjectNode line = JSON.createObjectNode();
    line.put("epoch", report.epoch());
    line.put("updates", report.updates());
    line.put("rate", report.rate());
    line.put("imagesPerSecond", report.imagesPerSecond());
    line.put("seconds", report.seconds());
    line.put("memoryMebibytes", report.memoryMebibytes());
    ObjectNode losses = line.putObject("losses");
    for (Variant variant : Variant.values()) {
      Double loss = report.losses().get(variant);
      if (loss != null) {
        losses.put(variant.label(), loss);
      }
    }
    line.set("validation", tree(report.evaluation()));
    ArrayNode broken = line.putArray("broken");
    report.broken().forEach(broken::add);
    return line;
  }

  /** An evaluation as JSON, variant by variant. */
  public static ObjectNode tree(Evaluation evaluation) {
    ObjectNode node = JSON.createObjectNode();
    node.put("images", evaluation.images());
    for (Variant variant : Variant.values()) {
      Scores whole = evaluation.whole().get(variant);
      Scores band = evaluation.band().get(variant);
      if (whole != null && band != null) {
        ObjectNode of = node.putObject(variant.label());
        put(of, whole);
        put(of.putObject("boundaryBand"), band);
        ArrayNode classes = of.putArray("classIu");
        for (ClassScore score : whole.classes()) {
          number(score.iu()).ifPresentOrElse(classes::add, classes::addNull);
        }
      }
    }
    ArrayNode broken = node.putArray("broken");
    evaluation.broken().forEach(broken::add);
    return node;
  }

  private static void put(ObjectNode node, Scores scores) {
    put(node, "pixelAccuracy", scores.pixelAccuracy());
    put(node, "meanAccuracy", scores.meanAccuracy());
    put(node, "meanIu", scores.meanIu());
    put(node, "frequencyWeightedIu", scores.frequencyWeightedIu());
  }

  private static void put(ObjectNode node, String name, double value) {
    number(value).ifPresentOrElse(v -> node.put(name, v), () -> node.putNull(name));
  }

  /** JSON has no NaN. */
  private static Optional<Double> number(double value) {
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }
}
