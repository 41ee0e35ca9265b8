package org.maskwright.network.quick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Fusion;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.layer.AxisTable;
import org.maskwright.network.layer.Floats;
import org.maskwright.network.predict.InputImage;
import org.maskwright.network.train.DrawnExamples;
import org.maskwright.network.train.Evaluation;
import org.maskwright.network.train.Evaluator;
import org.maskwright.network.train.Example;
import org.maskwright.network.train.TrainingExamples;
import org.maskwright.network.train.TrainingProblem;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A draft in seconds: only the scores learn, from what the trunk said once. */
class QuickFitTest {

  private static final double SCALE = 0.8;

  static List<ArchitectureDescription> networks() {
    return Stream.of(SmallNetworks.all(), SmallNetworks.poolingEverywhere())
        .flatMap(List::stream)
        .filter(n -> n.head().fusion() == Fusion.SUM)
        .toList();
  }

  @Test
  void scoresThatAreMixedOfCoarserOnesAreRefused() {
    try (FcnNetwork network = FcnNetwork.build(SmallNetworks.vggMixed(), 5)) {
      assertThatThrownBy(() -> fit(network, new DrawnExamples(1, 33, 22)))
          .isInstanceOfSatisfying(
              DataException.class,
              e -> assertThat(e.problem().code()).isEqualTo(TrainingProblem.NOT_QUICK));
    }
  }

  private static FcnNetwork network() {
    return FcnNetwork.build(
        ArchitectureDescription.usual(Trunks.SQUEEZENET_1_1, DrawnExamples.classes())
            .withWidths(List.of(24, 8, 12, 16, 24)),
        5);
  }

  private static double fit(FcnNetwork network, TrainingExamples examples) throws IOException {
    new QuickFit(network, Preprocessing.CENTRED, WorkingScale.OWN, 7).run(examples, Progress.NONE);
    return evaluate(network).bestMeanIu();
  }

  private static Evaluation evaluate(FcnNetwork network) throws IOException {
    return new Evaluator(network, Preprocessing.CENTRED, WorkingScale.OWN)
        .run(new DrawnExamples(4, 97, 22), Progress.NONE);
  }

  private static float[] values(NamedParameter parameter) {
    float[] values = new float[Math.toIntExact(parameter.count())];
    parameter.read(0, values, values.length);
    return values;
  }

  private static void scatter(FcnNetwork network) {
    Random random = new Random(4);
    for (NamedParameter parameter : network.parameters()) {
      if (parameter.name().startsWith("score_") || parameter.name().startsWith("up_")) {
        float[] values = values(parameter);
        for (int i = 0; i < values.length; i++) {
          values[i] += (float) (0.3 * random.nextGaussian());
        }
        parameter.write(0, values, values.length);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void whatIsFittedIsWhatTheNetworkComputes(ArchitectureDescription description)
      throws IOException {
    Example example = new DrawnExamples(1, 70, 9).load(0);
    try (FcnNetwork network = FcnNetwork.build(description, 3)) {
      scatter(network);
      List<float[][]> seen = seen(network, example);
      try (INDArray input = InputImage.of(example.image(), SCALE, Preprocessing.CENTRED)) {
        List<INDArray> expected = network.scores(input);
        for (int v = 0; v < expected.size(); v++) {
          compare(seen.get(v), resized(expected.get(v), example));
        }
      }
    }
  }

  private static void compare(float[][] found, float[][] expected) {
    for (int i = 0; i < found.length; i++) {
      for (int c = 0; c < found[i].length; c++) {
        assertThat(found[i][c]).isCloseTo(expected[i][c], within(2e-4f));
      }
    }
  }

  /** Scores at working scale, brought to the image as a prediction does. */
  private static float[][] resized(INDArray scores, Example example) {
    int classes = (int) scores.size(3);
    float[] all = new float[(int) scores.length()];
    Floats.read(scores, 0, all, all.length);
    AxisTable rows = AxisTable.halfPixel((int) scores.size(1), example.height());
    AxisTable columns = AxisTable.halfPixel((int) scores.size(2), example.width());
    float[][] result = new float[example.width() * example.height()][classes];
    for (int i = 0; i < result.length; i++) {
      int y = i / example.width();
      int x = i % example.width();
      for (int c = 0; c < classes; c++) {
        result[i][c] =
            rows.leftWeight(y) * across(all, columns, rows.left(y), x, c, classes)
                + rows.rightWeight(y) * across(all, columns, rows.right(y), x, c, classes);
      }
    }
    return result;
  }

  private static float across(float[] all, AxisTable columns, int row, int x, int c, int n) {
    int from = row * columns.inputSize();
    return columns.leftWeight(x) * all[(from + columns.left(x)) * n + c]
        + columns.rightWeight(x) * all[(from + columns.right(x)) * n + c];
  }

  @Test
  void drawsWhatItWasShown() throws IOException {
    try (FcnNetwork network = network()) {
      double before = evaluate(network).bestMeanIu();
      assertThat(before).isLessThan(0.3);
      assertThat(fit(network, new DrawnExamples(4, 97, 22))).isGreaterThan(0.6);
    }
  }

  @Test
  void leavesEverythingButTheScoresAsItIs() throws IOException {
    try (FcnNetwork network = network();
        FcnNetwork untouched = network()) {
      fit(network, new DrawnExamples(2, 97, 22));
      for (NamedParameter parameter : network.parameters()) {
        boolean same =
            Arrays.equals(
                values(parameter), values(untouched.parameter(parameter.name()).orElseThrow()));
        assertThat(same).as(parameter.name()).isEqualTo(!parameter.name().startsWith("score_"));
      }
    }
  }

  @Test
  void sameExamplesGiveTheSameNetwork() throws IOException {
    try (FcnNetwork one = network();
        FcnNetwork other = network()) {
      fit(one, new DrawnExamples(2, 97, 22));
      fit(other, new DrawnExamples(2, 97, 22));
      for (NamedParameter parameter : one.parameters()) {
        assertThat(values(parameter))
            .isEqualTo(values(other.parameter(parameter.name()).orElseThrow()));
      }
    }
  }

  @Test
  void fewDecidedPixelsAreEnough() throws IOException {
    DrawnExamples whole = new DrawnExamples(4, 97, 22);
    TrainingExamples scribbles = new Scribbles(whole);
    try (FcnNetwork network = network()) {
      assertThat(fit(network, scribbles)).isGreaterThan(0.5);
    }
  }

  @Test
  void nothingDecidedIsRefused() {
    TrainingExamples blank =
        new Scribbles(new DrawnExamples(2, 97, 22)) {
          @Override
          boolean keeps(int place) {
            return false;
          }
        };
    try (FcnNetwork network = network()) {
      assertThatThrownBy(() -> fit(network, blank))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("nothing to train on");
    }
  }

  @Test
  void cancelledOneLeavesTheNetworkAlone() {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(String phase, long done, long total) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    try (FcnNetwork network = network()) {
      float[] before = values(network.parameter("score_32.weight").orElseThrow());
      assertThatThrownBy(
              () ->
                  new QuickFit(network, Preprocessing.CENTRED, WorkingScale.OWN, 7)
                      .run(new DrawnExamples(2, 97, 22), cancelled))
          .isInstanceOf(CancellationException.class);
      assertThat(values(network.parameter("score_32.weight").orElseThrow())).isEqualTo(before);
    }
  }

  /** Examples of which only a line in eight is decided. */
  private static class Scribbles implements TrainingExamples {

    private final TrainingExamples whole;

    Scribbles(TrainingExamples whole) {
      this.whole = whole;
    }

    boolean keeps(int place) {
      return place / 97 % 8 == 0;
    }

    @Override
    public int size() {
      return whole.size();
    }

    @Override
    public String name(int index) {
      return whole.name(index);
    }

    @Override
    public Example load(int index) throws IOException {
      Pixels image = whole.load(index).image();
      return new Example(name(index), image, labels(index).indices());
    }

    @Override
    public IndexedImage labels(int index) throws IOException {
      IndexedImage mask = whole.labels(index);
      byte[] labels = mask.indices();
      for (int i = 0; i < labels.length; i++) {
        if (!keeps(i)) {
          labels[i] = (byte) LabelMask.IGNORE;
        }
      }
      return mask;
    }
  }

  /** The scores of every pixel by each layer, computed from features as a quick fit sees them. */
  private static List<float[][]> seen(FcnNetwork network, Example example) {
    List<ScoreLayer> layers = ScoreLayer.of(network);
    List<float[][]> scores = new ArrayList<>();
    try (INDArray input = InputImage.of(example.image(), SCALE, Preprocessing.CENTRED)) {
      List<INDArray> maps =
          network.graph().activations(input, layers.stream().map(ScoreLayer::features).toList());
      Shot shot =
          new Shot(
              new Shot.Size(example.width(), example.height()),
              new Shot.Size((int) input.size(2), (int) input.size(1)),
              maps.stream().map(Grid::of).toList(),
              IntStream.range(0, example.labels().length).toArray());
      List<Grid> coarser = List.of();
      for (int l = 0; l < layers.size(); l++) {
        Stage stage = new Stage(network, l, List.of(shot), coarser);
        scores.add(rowScores(stage, example.labels().length));
        coarser = stage.scores(layers.get(l).read());
      }
    }
    return scores;
  }

  private static float[][] rowScores(Stage stage, int count) {
    int classes = stage.layer().classes();
    int columns = stage.layer().channels() + 1;
    float[] weights = stage.layer().read();
    float[] base = new float[count * classes];
    float[] features = new float[count * columns];
    FeatureRows rows = new FeatureRows(columns);
    stage.collect(rows, base);
    rows.gather(IntStream.range(0, count).toArray(), features);
    float[][] scores = new float[count][classes];
    for (int r = 0; r < count; r++) {
      for (int c = 0; c < classes; c++) {
        double sum = base[r * classes + c];
        for (int i = 0; i < columns; i++) {
          sum += features[r * columns + i] * weights[c * columns + i];
        }
        scores[r][c] = (float) sum;
      }
    }
    return scores;
  }
}
