package org.maskwright.network.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.metric.ConfusionMatrix;
import org.maskwright.data.metric.Scores;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.predict.Classes;
import org.maskwright.network.predict.InputImage;
import org.maskwright.network.predict.Refinement;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.weights.model.ModelDescription;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Finds the dense CRF that suits a network best by trying a small grid on examples: first how
 * pixels that look alike pull at each other, then those that are merely near.
 */
public final class CrfTuning {

  private static final double[] LIKE_WEIGHTS = {2, 4, 8};
  private static final double[] LIKE_REACHES = {30, 60};
  private static final double[] LIKE_COLOURS = {4, 8, 13};
  private static final double[] NEAR_WEIGHTS = {1, 3, 6};
  private static final double[] NEAR_REACHES = {1.5, 3};

  private final FcnNetwork network;
  private final ModelDescription model;
  private final TrainingExamples examples;
  private final List<Trial> trials = new ArrayList<>();

  /**
   * What some settings came to.
   *
   * @param settings nothing for no refinement
   * @param meanIu on average over the variants
   */
  public record Trial(Optional<CrfSettings> settings, double meanIu) {}

  /** A tuning on examples that nobody measures on afterwards. */
  public CrfTuning(FcnNetwork network, ModelDescription model, TrainingExamples examples) {
    this.network = network;
    this.model = model;
    this.examples = examples;
  }

  /** Tries and returns the best settings. */
  public CrfSettings run(Progress progress) throws IOException {
    List<Optional<CrfSettings>> first = new ArrayList<>(List.of(Optional.empty()));
    likeGrid().forEach(settings -> first.add(Optional.of(settings)));
    List<Optional<CrfSettings>> second = new ArrayList<>();
    tryAll(first, "tune", progress);
    nearGrid(best()).forEach(settings -> second.add(Optional.of(settings)));
    tryAll(second, "tune more", progress);
    return best();
  }

  /** Everything that was tried, in that order. */
  public List<Trial> trials() {
    return List.copyOf(trials);
  }

  private CrfSettings best() {
    return trials.stream()
        .filter(trial -> trial.settings().isPresent())
        .max(Comparator.comparingDouble(Trial::meanIu))
        .flatMap(Trial::settings)
        .orElse(CrfSettings.DEFAULT);
  }

  private static List<CrfSettings> likeGrid() {
    CrfSettings usual = CrfSettings.DEFAULT;
    List<CrfSettings> grid = new ArrayList<>();
    for (double weight : LIKE_WEIGHTS) {
      for (double reach : LIKE_REACHES) {
        for (double colour : LIKE_COLOURS) {
          grid.add(
              new CrfSettings(
                  usual.nearWeight(),
                  usual.nearReach(),
                  weight,
                  reach,
                  colour,
                  usual.iterations()));
        }
      }
    }
    return grid;
  }

  private static List<CrfSettings> nearGrid(CrfSettings around) {
    List<CrfSettings> grid = new ArrayList<>();
    for (double weight : NEAR_WEIGHTS) {
      for (double reach : NEAR_REACHES) {
        CrfSettings settings =
            new CrfSettings(
                weight,
                reach,
                around.likeWeight(),
                around.likeReach(),
                around.likeColour(),
                around.iterations());
        if (!settings.equals(around)) {
          grid.add(settings);
        }
      }
    }
    return grid;
  }

  /** One pass over the examples for all of them, since the network says the same to each. */
  private void tryAll(List<Optional<CrfSettings>> tried, String phase, Progress progress)
      throws IOException {
    List<List<ConfusionMatrix>> matrices =
        tried.stream().map(settings -> newMatrices(network.variants().size())).toList();
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.load(i);
      double scale = model.workingScale().of(example.width(), example.height());
      try (INDArray input = InputImage.of(example.image(), scale, model.preprocessing())) {
        List<INDArray> scores = network.scores(input);
        for (int t = 0; t < tried.size(); t++) {
          progress.checkCancelled();
          count(example, scores, tried.get(t), matrices.get(t), progress);
        }
        scores.forEach(INDArray::close);
      }
      progress.report(phase, i + 1, examples.size());
    }
    for (int t = 0; t < tried.size(); t++) {
      double meanIu =
          matrices.get(t).stream().mapToDouble(m -> Scores.of(m).meanIu()).average().orElse(0);
      trials.add(new Trial(tried.get(t), meanIu));
    }
  }

  private List<ConfusionMatrix> newMatrices(int count) {
    List<ConfusionMatrix> matrices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      matrices.add(new ConfusionMatrix(network.description().classes()));
    }
    return matrices;
  }

  private void count(
      Example example,
      List<INDArray> scores,
      Optional<CrfSettings> settings,
      List<ConfusionMatrix> matrices,
      Progress progress) {
    Optional<Refinement> refining = settings.map(crf -> new Refinement(crf, example.image()));
    for (int v = 0; v < scores.size(); v++) {
      byte[] classes =
          refining.isPresent()
              ? refining.get().classes(scores.get(v), progress)
              : Classes.of(scores.get(v), example.width(), example.height());
      matrices.get(v).add(example.labels(), examples.judged(classes));
    }
  }
}
