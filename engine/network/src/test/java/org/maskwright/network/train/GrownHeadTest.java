package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A model for more classes says about the old ones what it said before. */
class GrownHeadTest {

  private static final List<String> OLD = List.of("ground", "tree", "car", "road", "house");

  @TempDir private Path folder;

  static List<ArchitectureDescription> networks() {
    return SmallNetworks.all();
  }

  private Path model(ArchitectureDescription architecture) throws IOException {
    Path file = folder.resolve("old.mwmodel");
    Random random = new Random(3);
    try (FcnNetwork network = FcnNetwork.build(architecture, 3)) {
      for (NamedParameter parameter : network.parameters()) {
        if (parameter.name().startsWith("score_")) {
          float[] values = new float[(int) parameter.count()];
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
          }
          parameter.write(0, values, values.length);
        }
      }
      ModelDescription description =
          new ModelDescription(
              architecture,
              Preprocessing.CENTRED,
              WorkingScale.OWN,
              LabelScheme.ofNames(OLD),
              ModelCard.named("old"));
      new ModelWriter(description, network, Precision.FULL).write(file);
    }
    return file;
  }

  private static LoadedModel grown(ModelFile file) throws IOException {
    List<String> names = new ArrayList<>(OLD);
    names.add("crack");
    names.add("moss");
    return file.loadFor(LabelScheme.ofNames(names), "grown", Progress.NONE);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void oldClassesScoreAsBeforeAndNewOnesSayNothing(ArchitectureDescription architecture)
      throws IOException {
    try (ModelFile file = ModelFile.open(model(architecture));
        LoadedModel before = file.load(Progress.NONE);
        LoadedModel after = grown(file);
        INDArray image = Nd4j.rand(1, 65, 97, 3)) {
      List<INDArray> old = before.network().scores(image);
      List<INDArray> now = after.network().scores(image);
      for (int v = 0; v < old.size(); v++) {
        INDArray difference =
            now.get(v).get(all(), all(), all(), NDArrayIndex.interval(0, 5)).sub(old.get(v));
        assertThat(difference.amaxNumber().doubleValue()).isCloseTo(0, within(1e-4));
        INDArray fresh = now.get(v).get(all(), all(), all(), NDArrayIndex.interval(5, 7));
        assertThat(fresh.amaxNumber().doubleValue()).isZero();
      }
    }
  }

  private static INDArrayIndex all() {
    return NDArrayIndex.all();
  }

  @Test
  void startThatTeachesKnowsWhatItDoesNotKnowAndNeverProposesIt() throws IOException {
    try (ModelFile file = ModelFile.open(model(SmallNetworks.squeeze()));
        LoadedModel grown = grown(file);
        StartModel start = StartModel.copyOf(grown.network());
        INDArray image = Nd4j.rand(1, 65, 97, 3)) {
      assertThat(start.unknown()).containsExactlyInAnyOrder(5, 6);
      for (INDArray probabilities : Softmax.of(start.network().scores(image))) {
        INDArray fresh = probabilities.get(all(), all(), all(), NDArrayIndex.interval(5, 7));
        assertThat(fresh.amaxNumber().doubleValue()).isCloseTo(0, within(1e-6));
      }
    }
  }
}
