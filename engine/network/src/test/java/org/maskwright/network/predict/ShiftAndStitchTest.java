package org.maskwright.network.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.Geometry;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.weights.model.LoadedModel;
import org.nd4j.linalg.api.ndarray.INDArray;

class ShiftAndStitchTest {

  private static final int SIDE = 320;
  private static final int EDGE = 128;

  private static ArchitectureDescription network(Geometry geometry) {
    return geometry == Geometry.CORNERS
        ? SmallNetworks.mobile()
        : SmallNetworks.vgg().withGeometry(geometry);
  }

  private static INDArray input(int seed) {
    return InputImage.of(PredictorTest.noise(SIDE, SIDE, seed), 1, Preprocessing.CENTRED);
  }

  @ParameterizedTest
  @EnumSource
  void withoutAShiftPixelsGetWhatUpsamplingGives(Geometry geometry) throws DataException {
    try (Predictor predictor = PredictorTest.predictor(network(geometry), 1);
        INDArray input = input(1)) {
      LoadedModel model = predictor.model();
      List<INDArray> upsampled = model.network().scores(input);
      INDArray stitched =
          new ShiftAndStitch(model, Variant.FCN_32S, 1).scores(input, Progress.NONE);
      double size = upsampled.get(0).amaxNumber().doubleValue();
      for (int i = EDGE; i < SIDE - EDGE; i += 7) {
        assertThat(stitched.getDouble(0, i, i + 3, 1))
            .isCloseTo(upsampled.get(0).getDouble(0, i, i + 3, 1), within(1e-4 * size));
      }
    }
  }

  @Test
  void everyCellOfTheCoarseMapIsThereWithOthersBetween() throws DataException {
    try (Predictor predictor = PredictorTest.predictor(SmallNetworks.squeeze(), 1);
        INDArray input = input(2)) {
      INDArray plain =
          new ShiftAndStitch(predictor.model(), Variant.FCN_32S, 1).stitch(input, Progress.NONE);
      INDArray stitched =
          new ShiftAndStitch(predictor.model(), Variant.FCN_32S, 4).stitch(input, Progress.NONE);
      assertThat(stitched.size(1)).isEqualTo(4 * plain.size(1));
      for (int r = 0; r < plain.size(1); r++) {
        for (int c = 0; c < plain.size(2); c++) {
          assertThat(stitched.getDouble(0, 4 * r + 3, 4 * c + 3, 2))
              .isEqualTo(plain.getDouble(0, r, c, 2));
        }
      }
    }
  }

  /**
   * What upsampling cannot: a move of the image by a part of a cell moves the answer by as much.
   */
  @Test
  void answerMovesWithTheImage() throws DataException {
    try (Predictor predictor = PredictorTest.predictor(SmallNetworks.squeeze(), 1);
        INDArray input = input(3);
        INDArray moved = ShiftAndStitch.shifted(input, 0, 16)) {
      ShiftAndStitch twice = new ShiftAndStitch(predictor.model(), Variant.FCN_32S, 2);
      INDArray here = twice.stitch(input, Progress.NONE);
      INDArray there = twice.stitch(moved, Progress.NONE);
      double size = here.amaxNumber().doubleValue();
      for (int r = 8; r < 12; r++) {
        for (int c = 8; c < 12; c++) {
          assertThat(there.getDouble(0, r, c + 1, 1))
              .isCloseTo(here.getDouble(0, r, c, 1), within(1e-4 * size));
        }
      }
    }
  }

  @Test
  void classesAreThoseOfTheImagesOwnSize() throws DataException {
    try (Predictor predictor = PredictorTest.predictor(SmallNetworks.mobile(), 0.5)) {
      Pixels image = PredictorTest.noise(130, 90, 4);
      byte[] classes =
          new ShiftAndStitch(predictor.model(), Variant.FCN_8S, 2)
              .classes(image, Optional.empty(), Progress.NONE);
      assertThat(classes).hasSize(130 * 90);
      assertThatThrownBy(() -> new ShiftAndStitch(predictor.model(), Variant.FCN_8S, 3))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
