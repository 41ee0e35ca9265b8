package org.maskwright.network.quick;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.ParameterRole;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.ScoreMap;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.predict.InputImage;
import org.maskwright.network.train.Example;
import org.maskwright.network.train.TrainingExamples;
import org.maskwright.network.train.TrainingProblem;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Learns the score layers of a network anew, in seconds: the trunk sees every image once, what it
 * says about decided pixels is kept, and one head after the other is fitted to that, coarse to
 * fine. Trunk and enlargements stay as they are.
 */
public final class QuickFit {

  private static final int MOST_PIXELS = 2000;

  /** Of all rows together: they lie on the heap while a layer is fitted. */
  private static final long MOST_NUMBERS = 32L << 20;

  private static final int LEAST_PIXELS = 64;

  private final FcnNetwork network;
  private final Preprocessing preprocessing;
  private final WorkingScale workingScale;
  private final long seed;
  private final List<ScoreLayer> layers;
  private final List<Shot> shots = new ArrayList<>();
  private byte[] labels = new byte[0];

  public QuickFit(
      FcnNetwork network, Preprocessing preprocessing, WorkingScale workingScale, long seed) {
    this.network = network;
    this.preprocessing = preprocessing;
    this.workingScale = workingScale;
    this.seed = seed;
    this.layers = ScoreLayer.of(network);
  }

  /**
   * Fits the network, which changes, to these examples.
   *
   * @return how many images took part; those that cannot be read do not
   */
  public int run(TrainingExamples examples, Progress progress) throws IOException {
    for (ScoreMap map : network.scoreMaps()) {
      boolean mixed = ParameterRole.of(map.layer()) != ParameterRole.SCORES;
      if (mixed || map.variant() == Variant.FULL) {
        throw DataException.of(TrainingProblem.NOT_QUICK);
      }
    }
    look(examples, progress);
    List<Grid> below = List.of();
    for (int l = 0; l < layers.size(); l++) {
      below = fit(l, below, progress);
      progress.report("fit", l + 1, layers.size());
    }
    return shots.size();
  }

  private void look(TrainingExamples examples, Progress progress) throws IOException {
    int columns = layers.stream().mapToInt(ScoreLayer::channels).max().orElseThrow();
    long fitting = MOST_NUMBERS / columns / Math.max(1, examples.size());
    int wanted = (int) Math.max(LEAST_PIXELS, Math.min(MOST_PIXELS, fitting));
    String broken = "";
    for (int i = 0; i < examples.size(); i++) {
      progress.checkCancelled();
      try {
        look(examples.load(i), wanted, seed + i);
      } catch (DataException e) {
        if (TrainingProblem.isOfClasses(e)) {
          throw e;
        }
        broken = String.valueOf(e.getMessage());
      }
      progress.report("features", i + 1, examples.size());
    }
    if (shots.isEmpty()) {
      throw broken.isEmpty()
          ? DataException.of(TrainingProblem.NO_EXAMPLES, "the training split")
          : DataException.of(TrainingProblem.ALL_BROKEN, examples.size(), broken);
    }
  }

  private void look(Example example, int wanted, long drawing) {
    int[] pixels = PixelDraw.of(example.labels(), wanted, drawing);
    if (pixels.length == 0) {
      return;
    }
    double scale = workingScale.of(example.width(), example.height());
    try (INDArray input = InputImage.of(example.image(), scale, preprocessing)) {
      List<INDArray> maps =
          network.graph().activations(input, layers.stream().map(ScoreLayer::features).toList());
      List<Grid> features = maps.stream().map(Grid::of).toList();
      maps.forEach(INDArray::close);
      Shot.Size working = new Shot.Size((int) input.size(2), (int) input.size(1));
      shots.add(
          new Shot(new Shot.Size(example.width(), example.height()), working, features, pixels));
    }
    int before = labels.length;
    labels = Arrays.copyOf(labels, before + pixels.length);
    for (int i = 0; i < pixels.length; i++) {
      labels[before + i] = example.labels()[pixels[i]];
    }
  }

  /** Fits a layer upon the scores of the coarser ones; the result is those at its own stride. */
  private List<Grid> fit(int index, List<Grid> coarser, Progress progress) {
    Stage stage = new Stage(network, index, shots, coarser);
    ScoreLayer layer = stage.layer();
    FeatureRows rows = new FeatureRows(layer.channels() + 1);
    float[] base = new float[labels.length * layer.classes()];
    stage.collect(rows, base);
    float[] weights =
        new SoftmaxRegression(rows, labels, base, layer.classes())
            .fit(layer.read(), seed + index, progress);
    layer.write(weights);
    return stage.scores(weights);
  }
}
