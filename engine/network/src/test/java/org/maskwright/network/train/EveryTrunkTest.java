package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.predict.InputImage;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Each network learns four images by heart, and is the same after it was saved. */
class EveryTrunkTest {

  private static final int SIDE = 40;
  private static final int IMAGES = 4;
  private static final int MOST_STEPS = 100;
  private static final double LEARNED = 0.6;

  @TempDir private Path folder;

  /** With batch normalisation they take a few steps. */
  static Stream<ArchitectureDescription> networks() {
    Stream<ArchitectureDescription> decoders =
        SmallNetworks.ofEveryDecoder().stream()
            .filter(n -> n.head().kind() != Head.SEGNET || n.equals(SmallNetworks.segNet()));
    return Stream.of(
            SmallNetworks.ofEveryTrunk().stream(),
            decoders,
            Stream.of(
                SmallNetworks.vgg().poolingEverywhere(),
                SmallNetworks.alexNet().poolingEverywhere()))
        .flatMap(stream -> stream)
        .map(network -> network.withClasses(DrawnExamples.classes()).withBatchNorm(BatchNorm.LIVE));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void learnsFourImagesAndSaysTheSameAfterwards(ArchitectureDescription small) throws IOException {
    Batch four = four();
    try (FcnNetwork network = FcnNetwork.build(small, 5)) {
      assertThat(learn(network, four)).as("loss").isLessThan(LEARNED);

      ModelDescription description =
          new ModelDescription(
              small,
              Preprocessing.CENTRED,
              WorkingScale.OWN,
              LabelScheme.ofNames(List.of("ground", "red", "green", "blue")),
              new ModelCard("drawn", List.of(), List.of(), Map.of(), "", List.of()));
      Path file = folder.resolve("drawn.mwmodel");
      new ModelWriter(description, network, Precision.FULL).write(file);
      try (LoadedModel again = ModelFile.load(file, Progress.NONE);
          INDArray image = Nd4j.create(four.image(), four.shape(), 'c')) {
        assertThat(again.description().architecture()).isEqualTo(small);
        assertThat(again.network().scores(image)).isEqualTo(network.scores(image));
      }
    }
  }

  private static Batch four() throws IOException {
    DrawnExamples drawn = new DrawnExamples(IMAGES, SIDE, 18);
    float[] pixels = new float[IMAGES * SIDE * SIDE * 3];
    byte[] labels = new byte[IMAGES * SIDE * SIDE];
    for (int i = 0; i < IMAGES; i++) {
      Example example = drawn.load(i);
      System.arraycopy(example.labels(), 0, labels, i * SIDE * SIDE, SIDE * SIDE);
      try (INDArray one = InputImage.of(example.image(), 1, Preprocessing.CENTRED)) {
        float[] values = one.ravel().toFloatVector();
        System.arraycopy(values, 0, pixels, i * values.length, values.length);
      }
    }
    return new Batch(0, IMAGES, SIDE, pixels, labels, List.of());
  }

  /** Until it knows them, or gives up; the loss of the last step. */
  private static double learn(FcnNetwork network, Batch batch) {
    Variant variant = network.variants().get(network.variants().size() - 1);
    Set<Variant> finest = EnumSet.of(variant);
    network.learn(finest, parameter -> !parameter.isStatistic());
    TrainingStep step = new TrainingStep(network, null, null, 0);
    List<Double> losses = new ArrayList<>(List.of(Double.MAX_VALUE));
    try (Optimiser optimiser = new Optimiser(network, UpdateRule.adam(), Rates.uniform(1e-2, 0))) {
      while (losses.size() < MOST_STEPS && losses.get(losses.size() - 1) >= LEARNED) {
        TrainingStep.Outcome outcome = step.run(batch, finest, PixelChoice.ALL);
        optimiser.step(outcome.gradients(), 1);
        losses.add(Objects.requireNonNull(outcome.losses().get(variant)));
      }
    }
    return losses.get(losses.size() - 1);
  }
}
