package org.maskwright.network.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.SeedFormula;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;

class PredictorTest {

  static Predictor predictor(ArchitectureDescription architecture, double factor)
      throws DataException {
    return predictor(architecture, new WorkingScale(factor, 0));
  }

  static Predictor predictor(ArchitectureDescription architecture, WorkingScale workingScale)
      throws DataException {
    FcnNetwork network = FcnNetwork.build(architecture, 1);
    SeedFormula.fill(network);
    LabelScheme labels = LabelScheme.ofNames(List.of("background", "a", "b", "c", "d"));
    ModelDescription description =
        new ModelDescription(
            architecture, Preprocessing.CENTRED, workingScale, labels, ModelCard.named("test"));
    return new Predictor(new LoadedModel(description, network));
  }

  static Pixels noise(int width, int height, long seed) {
    Random random = new Random(seed);
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xFF000000 | random.nextInt(1 << 24);
    }
    return new Pixels(width, height, argb);
  }

  static List<ArchitectureDescription> tileable() {
    return List.of(SmallNetworks.vgg(), SmallNetworks.mobile(), SmallNetworks.squeeze());
  }

  /** What is compared across images must not depend on how an image was looked at. */
  @Test
  void featuresAreTheSameInTilesAndInTheWhole() throws DataException {
    Pixels image = noise(320, 200, 5);
    try (Predictor predictor = predictor(SmallNetworks.mobile(), 1)) {
      ScoreGrid whole = predictor.predict(image).features();
      ScoreGrid tiled = predictor.predictTiled(image, 160, Manner.WHOLE, Progress.NONE).features();

      assertThat(whole.classes()).isEqualTo(FeatureProjection.DEPTH);
      assertThat(List.of(tiled.rows(), tiled.columns()))
          .isEqualTo(List.of(whole.rows(), whole.columns()));
      assertThat(whole.scores()).hasSizeGreaterThan(0);
      for (int i = 0; i < whole.scores().length; i++) {
        assertThat(tiled.scores()[i]).isEqualTo(whole.scores()[i], within(1e-2f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tileable")
  void tilesGiveWhatTheWholeImageGives(ArchitectureDescription architecture) throws DataException {
    comparesTiles(architecture, noise(430, 710, 5), 96);
  }

  static List<ArchitectureDescription> decoders() {
    return List.of(
        SmallNetworks.segNet().withBatchNorm(BatchNorm.FOLDED), SmallNetworks.largeFov());
  }

  @ParameterizedTest
  @MethodSource("decoders")
  void tilesOfDecodersDoToo(ArchitectureDescription architecture) throws DataException {
    comparesTiles(architecture, noise(100, 760, 5), 352);
  }

  private static void comparesTiles(ArchitectureDescription architecture, Pixels image, int core)
      throws DataException {
    try (Predictor predictor = predictor(architecture, 1)) {
      Prediction whole = predictor.predict(image);
      Prediction tiled = predictor.predictTiled(image, core, Manner.WHOLE, Progress.NONE);
      for (Variant variant : architecture.variants()) {
        ScoreGrid expected = grid(whole, variant);
        ScoreGrid actual = grid(tiled, variant);
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(actual.columns()).isEqualTo(expected.columns());
        float greatest = 0;
        for (float score : expected.scores()) {
          greatest = Math.max(greatest, Math.abs(score));
        }
        for (int i = 0; i < expected.scores().length; i++) {
          assertThat(actual.scores()[i]).isCloseTo(expected.scores()[i], within(1e-5f * greatest));
        }
      }
    }
  }

  private static ScoreGrid grid(Prediction prediction, Variant variant) {
    return java.util.Objects.requireNonNull(prediction.variants().get(variant)).grid();
  }

  @Test
  void answersAtTheSizeOfTheImageWhateverTheWorkingScale() throws DataException {
    try (Predictor predictor = predictor(SmallNetworks.mobileWithContext(), 0.5)) {
      Prediction prediction = predictor.predict(noise(121, 67, 2));
      assertThat(prediction.finest().classes()).hasSize(121 * 67);
      assertThat(prediction.disagreement()).hasSize(121 * 67);
    }
  }

  /** A lattice of few pixels and one of many: refinement is felt, and at the image's own size. */
  @ParameterizedTest
  @CsvSource({"0.5, 0", "1, 0", "1, 96"})
  void refinedPixelsAreLikeTheirNeighboursWhileGridsStay(double workingScale, int core)
      throws DataException {
    Pixels image = noise(150, 110, 2);
    Manner refined = new Manner(core > 0, 1, Optional.of(new CrfSettings(8, 4, 0, 1, 1, 5)));
    try (Predictor predictor = predictor(SmallNetworks.squeeze(), workingScale)) {
      Prediction plain = predictor.predict(image);
      Prediction smooth =
          core > 0
              ? predictor.predictTiled(image, core, refined, Progress.NONE)
              : predictor.predict(image, refined, Progress.NONE);

      assertThat(borders(smooth)).isLessThan(borders(plain));
      assertThat(grid(smooth, Variant.FCN_8S).rows()).isEqualTo(grid(plain, Variant.FCN_8S).rows());
      if (core == 0) {
        assertThat(grid(smooth, Variant.FCN_8S).scores())
            .isEqualTo(grid(plain, Variant.FCN_8S).scores());
      }
    }
  }

  private static long borders(Prediction prediction) {
    byte[] classes = prediction.finest().classes();
    return IntStream.range(1, classes.length).filter(i -> classes[i] != classes[i - 1]).count();
  }

  @Test
  void aLargeImageIsSeenNoLargerThanWhatWasLearnedFrom() throws DataException {
    try (Predictor predictor = predictor(SmallNetworks.mobile(), new WorkingScale(1, 96))) {
      Prediction small = predictor.predict(noise(96, 64, 2));
      Prediction large = predictor.predict(noise(960, 640, 2));

      assertThat(large.finest().grid().rows()).isEqualTo(small.finest().grid().rows());
      assertThat(large.finest().grid().columns()).isEqualTo(small.finest().grid().columns());
      assertThat(large.finest().classes()).hasSize(960 * 640);
    }
  }

  @Test
  void certaintyIsWhereOneClassHasAllTheProbability() throws DataException {
    try (Predictor predictor = predictor(SmallNetworks.mobile(), 1)) {
      VariantPrediction finest = predictor.predict(noise(64, 64, 3)).finest();
      for (int i = 0; i < finest.classes().length; i++) {
        int confidence = finest.confidence()[i] & 0xFF;
        int entropy = finest.entropy()[i] & 0xFF;
        assertThat(confidence).isGreaterThanOrEqualTo(255 / 5);
        assertThat(confidence == 255 && entropy > 20).isFalse();
      }
    }
  }

  @Test
  void severalThreadsGetTheirOwnAnswers() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try (Predictor predictor = predictor(SmallNetworks.squeeze(), 1)) {
      List<byte[]> alone =
          List.of(
              predictor.predict(noise(70, 50, 0)).finest().classes(),
              predictor.predict(noise(50, 90, 1)).finest().classes());
      List<Future<byte[]>> together = new java.util.ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Pixels image = i % 2 == 0 ? noise(70, 50, 0) : noise(50, 90, 1);
        together.add(threads.submit(() -> predictor.predict(image).finest().classes()));
      }
      for (int i = 0; i < 12; i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i % 2));
      }
    } finally {
      threads.shutdown();
    }
  }
}
