package org.maskwright.network.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.metric.BoundaryBand;
import org.maskwright.data.metric.ConfusionMatrix;
import org.maskwright.data.metric.Scores;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.predict.Classes;

/** Scores every variant of a network on labelled images, at the images' own size. */
public final class Evaluator {

  /** The radius of the boundary band, in pixels of the image. */
  public static final int BAND_RADIUS = 3;

  private final Function<Pixels, Map<Variant, byte[]>> eye;
  private final Map<Variant, ConfusionMatrix> whole = new EnumMap<>(Variant.class);
  private final Map<Variant, ConfusionMatrix> band = new EnumMap<>(Variant.class);

  public Evaluator(FcnNetwork network, Preprocessing preprocessing, WorkingScale workingScale) {
    this(
        network,
        image ->
            Classes.seen(
                network, preprocessing, workingScale, image, EnumSet.allOf(Variant.class)));
  }

  /**
   * Scores what is seen in another way.
   *
   * @param eye the classes that every variant sees in an image, at its own size
   */
  public Evaluator(FcnNetwork network, Function<Pixels, Map<Variant, byte[]>> eye) {
    this(network.variants(), network.description().classes(), eye);
  }

  /**
   * Scores only some variants.
   *
   * @param eye the classes that each of them sees in an image, at its own size
   */
  public Evaluator(
      List<Variant> variants, int classes, Function<Pixels, Map<Variant, byte[]>> eye) {
    this.eye = eye;
    for (Variant variant : variants) {
      whole.put(variant, new ConfusionMatrix(classes));
      band.put(variant, new ConfusionMatrix(classes));
    }
  }

  /** Hears of each image as it is scored. */
  @FunctionalInterface
  public interface Listener {
    void scored(Example example, Map<Variant, byte[]> predicted) throws IOException;
  }

  public Evaluation run(TrainingExamples examples, Progress progress) throws IOException {
    return run(examples, progress, (example, predicted) -> {});
  }

  /** Images that cannot be read are left out, and named. */
  public Evaluation run(TrainingExamples examples, Progress progress, Listener listener)
      throws IOException {
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      progress.checkCancelled();
      Optional<Example> example = readable(examples, i, broken);
      if (example.isPresent()) {
        listener.scored(example.get(), score(example.get(), examples));
      }
      progress.report("evaluate", i + 1, examples.size());
    }
    if (!broken.isEmpty() && broken.size() == examples.size()) {
      throw DataException.of(TrainingProblem.ALL_BROKEN, broken.size(), broken.get(0));
    }
    return new Evaluation(scores(whole), scores(band), examples.size() - broken.size(), broken);
  }

  private static Optional<Example> readable(
      TrainingExamples examples, int index, List<String> broken) throws DataException {
    try {
      return Optional.of(examples.load(index));
    } catch (DataException e) {
      if (TrainingProblem.isOfClasses(e)) {
        throw e;
      }
      broken.add(e.getMessage());
    } catch (IOException e) {
      broken.add(examples.name(index) + ": " + e);
    }
    return Optional.empty();
  }

  private Map<Variant, byte[]> score(Example example, TrainingExamples of) {
    LabelMask truth =
        LabelMask.decided(
            example.width(),
            example.height(),
            example.labels(),
            Provenance.of(Provenance.Kind.IMPORT));
    boolean[] near = BoundaryBand.of(truth, BAND_RADIUS);
    Map<Variant, byte[]> predicted = new EnumMap<>(Variant.class);
    Map<Variant, byte[]> seen = eye.apply(example.image());
    for (Map.Entry<Variant, ConfusionMatrix> scored : whole.entrySet()) {
      Variant variant = scored.getKey();
      byte[] classes = of.judged(Objects.requireNonNull(seen.get(variant)));
      scored.getValue().add(example.labels(), classes);
      Objects.requireNonNull(band.get(variant)).add(example.labels(), classes, near);
      predicted.put(variant, classes);
    }
    return predicted;
  }

  /** The whole confusion of each variant that is scored, for reports. */
  public Map<Variant, ConfusionMatrix> confusion() {
    return Collections.unmodifiableMap(whole);
  }

  private static Map<Variant, Scores> scores(Map<Variant, ConfusionMatrix> matrices) {
    Map<Variant, Scores> scores = new EnumMap<>(Variant.class);
    matrices.forEach((variant, matrix) -> scores.put(variant, Scores.of(matrix)));
    return scores;
  }
}
