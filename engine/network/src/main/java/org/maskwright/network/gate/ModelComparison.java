package org.maskwright.network.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.maskwright.data.metric.Change;
import org.maskwright.data.metric.ConfusionMatrix;
import org.maskwright.data.metric.PairedBootstrap;
import org.maskwright.data.metric.PairedScores;
import org.maskwright.data.metric.Scores;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.train.Example;
import org.maskwright.network.train.TrainingExamples;
import org.maskwright.network.train.TrainingProblem;

/**
 * Runs two models on the same images and says what changed, on the classes that both know. Pixels
 * of other classes do not count: the older model could only be wrong about them. What the newer one
 * says about those is measured by itself.
 */
public final class ModelComparison {

  private final Judged before;
  private final Judged after;
  private final int classes;
  private final Set<Integer> shared;
  private final Set<Variant> variants;
  private final TruthTally truth;
  private final Worst worst;
  private final Map<Variant, List<PairedScores>> images = new EnumMap<>(Variant.class);

  /** What the second model alone says, on all classes that it knows. */
  private final Map<Variant, ConfusionMatrix> alone = new EnumMap<>(Variant.class);

  private final List<String> broken = new ArrayList<>();

  /**
   * A comparison.
   *
   * @param classes how many the project has
   * @param pictures how many of the worst regressions to keep
   * @throws DataException if the models have nothing that could be compared
   */
  public ModelComparison(Judged before, Judged after, int classes, int pictures)
      throws DataException {
    this.before = before;
    this.after = after;
    this.classes = classes;
    this.shared = new TreeSet<>(before.answers());
    shared.retainAll(after.answers());
    this.variants = EnumSet.copyOf(before.model().network().variants());
    variants.retainAll(after.model().network().variants());
    this.truth = new TruthTally(classes);
    this.worst = new Worst(pictures);
    if (variants.isEmpty() || shared.isEmpty()) {
      throw DataException.of(variants.isEmpty() ? GateProblem.NO_VARIANT : GateProblem.NO_CLASS);
    }
    for (Variant variant : variants) {
      images.put(variant, new ArrayList<>());
      alone.put(variant, new ConfusionMatrix(classes));
    }
  }

  /**
   * A class that both models know, or only the second one: then there is no before.
   *
   * @param label the project's number
   * @param regions connected parts of it in the truth
   * @param images that show it
   */
  public record ClassChange(int label, long regions, int images, Change iu) {}

  /** How a variant changed. */
  public record VariantChange(Variant variant, Change meanIu, List<ClassChange> classes) {}

  /**
   * What came of it.
   *
   * @param worst images on which the finest variant did worse, the worst first
   */
  public record Result(
      int images, List<VariantChange> variants, List<Regressed> worst, List<String> broken) {}

  /** Images that cannot be read are left out, and named. */
  public Result run(TrainingExamples examples, Progress progress) throws IOException {
    for (int i = 0; i < examples.size(); i++) {
      progress.checkCancelled();
      try {
        look(examples.load(i));
      } catch (DataException e) {
        broken.add(String.valueOf(e.getMessage()));
      }
      progress.report("compare", i + 1, examples.size());
    }
    int read = examples.size() - broken.size();
    if (read == 0) {
      throw broken.isEmpty()
          ? DataException.of(TrainingProblem.NO_EXAMPLES, "the hold-out")
          : DataException.of(TrainingProblem.ALL_BROKEN, broken.size(), broken.get(0));
    }
    return new Result(read, variants.stream().map(this::change).toList(), worst.list(), broken);
  }

  private void look(Example example) throws IOException {
    truth.take(example);
    byte[] ofBoth = TruthTally.only(shared, example.labels());
    byte[] ofSecond = TruthTally.only(after.answers(), example.labels());
    Map<Variant, byte[]> old = before.look(example.image(), variants);
    Map<Variant, byte[]> now = after.look(example.image(), variants);
    for (Variant variant : variants) {
      byte[] oldPlane = Objects.requireNonNull(old.get(variant));
      byte[] newPlane = Objects.requireNonNull(now.get(variant));
      PairedScores scores = new PairedScores(scores(ofBoth, oldPlane), scores(ofBoth, newPlane));
      Objects.requireNonNull(alone.get(variant)).add(ofSecond, newPlane);
      Objects.requireNonNull(images.get(variant)).add(scores);
      if (variant == Collections.max(variants)) {
        worst.offer(example, scores, oldPlane, newPlane);
      }
    }
  }

  private Scores scores(byte[] labels, byte[] plane) {
    ConfusionMatrix matrix = new ConfusionMatrix(classes);
    matrix.add(labels, plane);
    Scores all = Scores.of(matrix);
    return new Scores(
        all.total(), all.classes().stream().filter(c -> shared.contains(c.index())).toList());
  }

  private VariantChange change(Variant variant) {
    PairedBootstrap.Result result =
        PairedBootstrap.of(Objects.requireNonNull(images.get(variant)), shared.size());
    List<ClassChange> changes = new ArrayList<>();
    for (int label : shared) {
      Change iu = result.classes().get(changes.size());
      changes.add(new ClassChange(label, truth.regions(label), truth.images(label), iu));
    }
    Set<Integer> fresh = new TreeSet<>(after.answers());
    fresh.removeAll(shared);
    Scores own = Scores.of(Objects.requireNonNull(alone.get(variant)));
    for (int label : fresh) {
      Change iu = new Change(Double.NaN, own.classes().get(label).iu(), Double.NaN, Double.NaN);
      changes.add(new ClassChange(label, truth.regions(label), truth.images(label), iu));
    }
    return new VariantChange(variant, result.mean(), changes);
  }
}
