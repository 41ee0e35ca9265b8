package org.maskwright.network.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.metric.Scores;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.train.EpochReport;
import org.maskwright.network.train.Evaluation;

/** Evaluations as lines of text. */
final class EvaluationTable {

  private EvaluationTable() {}

  /** An epoch in one line. */
  static String line(EpochReport report) {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT, "epoch %d, %.1f images/s", report.epoch(), report.imagesPerSecond()));
    for (Variant variant : Variant.values()) {
      Scores whole = report.evaluation().whole().get(variant);
      Scores band = report.evaluation().band().get(variant);
      if (whole != null && band != null) {
        Double loss = report.losses().get(variant);
        line.append(
            String.format(
                Locale.ROOT,
                " | %s loss %s, mean IU %.4f, borders %.4f",
                variant.label(),
                loss == null ? "-" : String.format(Locale.ROOT, "%.4f", loss),
                whole.meanIu(),
                band.meanIu()));
      }
    }
    return line.toString();
  }

  /** A table of measures, then one of classes. */
  static List<String> lines(Evaluation evaluation, LabelScheme labels) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%-8s %9s %9s %9s %9s %9s", "", "pixels", "mean acc", "mean IU", "f.w. IU", "borders"));
    List<Variant> variants = evaluation.whole().keySet().stream().sorted().toList();
    for (Variant variant : variants) {
      Scores whole = scores(evaluation.whole().get(variant));
      Scores band = scores(evaluation.band().get(variant));
      lines.add(
          String.format(
              Locale.ROOT,
              "%-8s %9.4f %9.4f %9.4f %9.4f %9.4f",
              variant.label(),
              whole.pixelAccuracy(),
              whole.meanAccuracy(),
              whole.meanIu(),
              whole.frequencyWeightedIu(),
              band.meanIu()));
    }
    lines.add("");
    for (int c = 0; c < labels.size(); c++) {
      StringBuilder line = new StringBuilder(String.format("%-16s", labels.get(c).name()));
      for (Variant variant : variants) {
        double iu = scores(evaluation.whole().get(variant)).classes().get(c).iu();
        line.append(String.format(Locale.ROOT, "  %s %.4f", variant.label(), iu));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static Scores scores(@org.jspecify.annotations.Nullable Scores scores) {
    return java.util.Objects.requireNonNull(scores);
  }
}
