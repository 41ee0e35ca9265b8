package org.maskwright.network.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.click.ObjectRequest;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.ImagePyramid;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.metric.Click;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.region.Runs;
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

class ClickNetworksTest {

  @TempDir private Path folder;

  private static LoadedModel plain(ArchitectureDescription description) throws DataException {
    List<String> names = List.of("background", "a", "b", "c", "d");
    return new LoadedModel(
        new ModelDescription(
            description,
            Preprocessing.CENTRED,
            WorkingScale.OWN,
            LabelScheme.ofNames(names),
            ModelCard.named("plain")),
        FcnNetwork.build(description, 3));
  }

  private static LoadedModel clicks() throws DataException {
    try (LoadedModel plain = plain(SmallNetworks.mobileWithContext())) {
      return ClickNetworks.from(plain, "clicks", 1);
    }
  }

  private static float[] values(LoadedModel model, String name) {
    NamedParameter parameter = model.network().parameter(name).orElseThrow();
    float[] values = new float[(int) parameter.count()];
    parameter.read(0, values, values.length);
    return values;
  }

  private static INDArray features(LoadedModel model, INDArray image) {
    return model.network().graph().activations(image, List.of("block16.project")).get(0);
  }

  @Test
  void atFirstClicksChangeNothingOfWhatTheTrunkSees() throws IOException {
    try (LoadedModel plain = plain(SmallNetworks.mobileWithContext());
        LoadedModel clicks = ClickNetworks.from(plain, "clicks", 1)) {
      INDArray image = Nd4j.rand(1, 65, 65, 3).subi(0.5);
      INDArray clicked = Nd4j.concat(3, image, Nd4j.rand(1, 65, 65, 3));
      assertThat(features(clicks, clicked).equalsWithEps(features(plain, image), 1e-6)).isTrue();
    }
  }

  @Test
  void headOfTheTrunkIsKept() throws IOException {
    try (LoadedModel plain = plain(SmallNetworks.mobileWithContext());
        LoadedModel clicks = ClickNetworks.from(plain, "clicks", 1)) {
      String name = "context.projection.weight";
      assertThat(values(clicks, name)).isEqualTo(values(plain, name));
    }
  }

  @Test
  void comesBackFromItsFile() throws IOException {
    Path file = folder.resolve("clicks.mwmodel");
    try (LoadedModel written = clicks()) {
      new ModelWriter(written.description(), written.network(), Precision.FULL).write(file);
      try (LoadedModel read = ModelFile.load(file, Progress.NONE)) {
        assertThat(read.description()).isEqualTo(written.description());
        INDArray input = Nd4j.rand(1, 40, 50, 6);
        assertThat(read.network().scores(input).get(0))
            .isEqualTo(written.network().scores(input).get(0));
      }
    }
  }

  @Test
  void otherTrunksAreRefused() throws IOException {
    try (LoadedModel plain = plain(SmallNetworks.squeeze())) {
      assertThatThrownBy(() -> ClickNetworks.from(plain, "clicks", 1))
          .hasMessageContaining("squeezenet1_1");
    }
  }

  @Test
  void plainModelsDoNotTakeClicks() throws IOException {
    try (LoadedModel plain = plain(SmallNetworks.mobile())) {
      assertThatThrownBy(() -> new ClickPredictor(plain, ClickPredictor.Border.NETWORK))
          .hasMessageContaining("train-clicks");
    }
  }

  @Test
  void clicksHoldWhateverAnUntrainedNetworkSays() throws IOException {
    int[] argb = new int[90 * 50];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xFF000000 | i * 2654435;
    }
    List<Click> given =
        List.of(new Click(3, 3, true), new Click(80, 40, false), new Click(500, 1, true));
    for (ClickPredictor.Border border : ClickPredictor.Border.values()) {
      try (ClickPredictor predictor = new ClickPredictor(clicks(), border)) {
        ImagePyramid image = ImagePyramid.of(new Pixels(90, 50, argb));
        ObjectRequest request = ObjectRequest.of(given, Runs.NONE, image.bounds(0));
        Runs found = predictor.select(image, request);
        assertThat(found.contains(3, 3)).isTrue();
        assertThat(found.contains(80, 40)).isFalse();
      }
    }
  }

  @Test
  void imageOfOnePixelHasAnAnswer() throws IOException {
    Pixels pixel = new Pixels(1, 1, new int[] {0xFF808080});
    try (ClickPredictor predictor = new ClickPredictor(clicks(), ClickPredictor.Border.GRAPH_CUT)) {
      ImagePyramid image = ImagePyramid.of(pixel);
      ObjectRequest request =
          ObjectRequest.of(List.of(new Click(0, 0, true)), Runs.NONE, image.bounds(0));
      assertThat(predictor.select(image, request).count()).isEqualTo(1);
    }
  }
}
