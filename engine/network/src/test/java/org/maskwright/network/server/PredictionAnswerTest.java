package org.maskwright.network.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.predict.Manner;
import org.maskwright.network.predict.Prediction;
import org.maskwright.network.predict.Predictor;
import org.maskwright.network.predict.VariantPrediction;
import org.maskwright.protocol.GridReadout;
import org.maskwright.protocol.wire.ScoreGrid;

class PredictionAnswerTest {

  @ParameterizedTest
  @CsvSource({
    "75, 107, 1, 1",
    "96, 64, 1, 1",
    "121, 90, 0.7, 1",
    "65, 97, 0.25, 2",
    "50, 41, 1, 4"
  })
  void scoresUpToTheLastPixelAreThoseOfTheNetwork(
      int width, int height, double workingScale, double shrunk) throws IOException {
    Pixels image = TinyModels.noise(width, height);
    try (Predictor predictor = new Predictor(TinyModels.model(workingScale))) {
      Prediction prediction =
          predictor.predict(image, new Manner(false, shrunk, Optional.empty()), Progress.NONE);
      PredictionAnswer answer =
          new PredictionAnswer(
              prediction, image, predictor.model().network(), predictor.scaleFor(image, shrunk));
      for (Map.Entry<Variant, ScoreGrid> grid : answer.grids().entrySet()) {
        VariantPrediction said = Objects.requireNonNull(prediction.variants().get(grid.getKey()));
        GridReadout readout = GridReadout.of(grid.getValue(), width, height);
        for (int x = 0; x < width; x++) {
          check(said, readout.at(x, height - 1), (height - 1) * width + x);
        }
        for (int y = 0; y < height; y++) {
          check(said, readout.at(width - 1, y), y * width + width - 1);
        }
      }
    }
  }

  @Test
  void likelihoodOfAllPixelsIsThatOfEach() throws IOException {
    Pixels image = TinyModels.noise(83, 59);
    try (Predictor predictor = new Predictor(TinyModels.model(0.7))) {
      Prediction prediction = predictor.predict(image);
      PredictionAnswer answer =
          new PredictionAnswer(prediction, image, predictor.model().network(), 0.7);
      for (ScoreGrid grid : answer.grids().values()) {
        GridReadout readout = GridReadout.of(grid, 83, 59);
        byte[] all = readout.probabilities(new boolean[] {false, true, false, true}, 83, 59);
        for (int i = 0; i < all.length; i += 7) {
          float[] scores = readout.at(i % 83, i / 83);
          double sum = 0;
          for (float score : scores) {
            sum += Math.exp(score);
          }
          double wanted = (Math.exp(scores[1]) + Math.exp(scores[3])) / sum;
          assertThat(all[i] & 0xFF).isCloseTo((int) Math.round(255 * wanted), within(1));
        }
      }
    }
  }

  private static void check(VariantPrediction said, float[] scores, int at) {
    double sum = 0;
    double greatest = 0;
    for (float score : scores) {
      sum += Math.exp(score);
      greatest = Math.max(greatest, Math.exp(score));
    }
    assertThat(255 * greatest / sum).isCloseTo(said.confidence()[at] & 0xFF, within(1.0));
  }
}
