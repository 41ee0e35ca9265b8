package org.maskwright.network.report;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.metric.ConfusionMatrix;
import org.maskwright.data.metric.Scores;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.train.Evaluator;
import org.maskwright.network.train.Example;

/** Keeps the pictures of the images that went worst, and of no others: memory stays small. */
public final class WorstImages implements Evaluator.Listener {

  private static final int KEPT = 12;
  private static final int ROW_WIDTH = 1400;

  private final LabelScheme labels;
  private final PriorityQueue<Entry> kept =
      new PriorityQueue<>(
          Comparator.comparingDouble(Entry::best).thenComparing(Entry::name).reversed());

  public WorstImages(LabelScheme labels) {
    this.labels = labels;
  }

  /**
   * An image that went badly.
   *
   * @param meanIu by variant, of this image alone
   * @param picture the row of pictures, as an address that holds it
   */
  record Entry(String name, Map<Variant, Double> meanIu, String picture) {

    double best() {
      return meanIu.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
  }

  @Override
  public void scored(Example example, Map<Variant, byte[]> predicted) {
    Map<Variant, Double> meanIu = new EnumMap<>(Variant.class);
    predicted.forEach((variant, classes) -> meanIu.put(variant, meanIu(example, classes)));
    Entry entry = new Entry(example.name(), meanIu, "");
    if (meanIu.values().stream().anyMatch(v -> !Double.isFinite(v)) || !isAmongTheWorst(entry)) {
      return;
    }
    String picture =
        Pictures.dataUri(
            SideBySide.draw(example.image(), Optional.of(example.labels()), predicted, labels),
            ROW_WIDTH);
    kept.add(new Entry(example.name(), meanIu, picture));
    if (kept.size() > KEPT) {
      kept.remove();
    }
  }

  private boolean isAmongTheWorst(Entry entry) {
    Entry mildest = kept.peek();
    return kept.size() < KEPT || mildest == null || entry.best() < mildest.best();
  }

  private double meanIu(Example example, byte[] classes) {
    ConfusionMatrix matrix = new ConfusionMatrix(labels.size());
    matrix.add(example.labels(), classes);
    return Scores.of(matrix).meanIu();
  }

  /** The worst first. */
  List<Entry> list() {
    return kept.stream()
        .sorted(Comparator.comparingDouble(Entry::best).thenComparing(Entry::name))
        .toList();
  }
}
