package org.maskwright.network.weights.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.weights.TestTensors;
import org.maskwright.network.weights.fitting.Mismatch;
import org.maskwright.network.weights.fitting.MismatchException;

class RefusedImportTest {

  @TempDir Path folder;

  @Test
  void everythingThatDoesNotFitIsListedByNameAtOnce() throws IOException {
    Path file =
        squeezeNet()
            .without("fire3.expand1x1.bias")
            .without("fire7.squeeze1x1.weight")
            .with("fire4.expand3x3.weight", 8, 2, 5, 5)
            .with("stranger.weight", 1)
            .write(folder);

    MismatchException refused =
        catchThrowableOfType(MismatchException.class, () -> Foreign.imported(file));

    assertThat(refused.mismatch())
        .isEqualTo(
            new Mismatch(
                List.of("fire3.expand1x1.bias", "fire7.squeeze1x1.weight"),
                List.of("stranger.weight"),
                List.of("fire4.expand3x3.weight [8, 2, 5, 5] in place of [8, 2, 3, 3]")));
    assertThat(refused)
        .hasMessageContaining("foreign.safetensors")
        .hasMessageContaining("fire3.expand1x1.bias, fire7.squeeze1x1.weight")
        .hasMessageContaining("stranger.weight")
        .hasMessageContaining("[8, 2, 5, 5] in place of [8, 2, 3, 3]");
  }

  @Test
  void aNumberThatIsNoneIsNamed() throws IOException {
    float[] values = new float[8];
    values[5] = Float.NaN;
    Path file = squeezeNet().with(TestTensors.of("fire9.expand3x3.bias", values, 8)).write(folder);

    assertThatThrownBy(() -> Foreign.imported(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("\"fire9.expand3x3.bias\"");
  }

  @Test
  void namesThatNobodyKnowsAreQuoted() throws IOException {
    Path file = new Foreign().with("transformer.layer.0", 2, 2).write(folder);

    assertThatThrownBy(() -> Foreign.imported(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("transformer.layer.0")
        .hasMessageContaining("torchvision VGG16");
  }

  @Test
  void torchvisionsAlexNetIsRefusedByName() throws IOException {
    Path file =
        new Foreign()
            .with("features.0.weight", 64, 3, 11, 11)
            .with("features.3.weight", 192, 64, 5, 5)
            .with("features.6.weight", 384, 192, 3, 3)
            .with("features.8.weight", 256, 384, 3, 3)
            .with("features.10.weight", 256, 256, 3, 3)
            .with("classifier.1.weight", 8, 9216)
            .write(folder);

    assertThatThrownBy(() -> Foreign.imported(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("torchvision's alexnet, another network than AlexNet");
  }

  @Test
  void anInputThatIsNotUnderstoodIsNotGuessed() throws IOException {
    Path file = squeezeNet().saying("input", "HSV in degrees").write(folder);

    assertThatThrownBy(() -> Foreign.imported(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("HSV in degrees");
  }

  @Test
  void widthsBeyondReasonAreRefused() throws IOException {
    Path file = squeezeNet().with("conv1.weight", 9000, 3, 3, 3).write(folder);

    assertThatThrownBy(() -> Foreign.imported(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("9000");
  }

  @Test
  void anUnknownFormatIsToldByItsName() throws IOException {
    Path file = Files.writeString(folder.resolve("weights.pickle"), "x");

    assertThatThrownBy(() -> Foreign.imported(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(".safetensors or .caffemodel");
  }

  @Test
  void moreHeadChannelsThanTheFileHasAreRefused() throws IOException {
    Path file = Foreign.of(Foreign.VGG, VggImportTest::torchvision).write(folder);

    assertThatThrownBy(() -> Foreign.imported(file, 7))
        .isInstanceOf(MismatchException.class)
        .hasMessageContaining("fc7.weight [6, 6, 1, 1] in place of [7, 7, 1, 1]");
  }

  @Test
  void namesForOtherClassesThanTheScoresAreRefused() throws IOException {
    Path file =
        Foreign.of(Foreign.MOBILE_NET.withHead(Head.CONTEXT, 5).withStride(16), ours -> ours)
            .with("logits.weight", 4, 5, 1, 1)
            .with("logits.bias", 4)
            .write(folder);
    Optional<LabelScheme> labels = Optional.of(LabelScheme.ofNames(List.of("ground", "thing")));
    ImportRequest request =
        new ImportRequest(file, "x", labels, 0, Optional.empty(), BatchNorm.FOLDED);

    assertThatThrownBy(() -> new WeightImport(request).run(Progress.NONE))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("scores 4 classes, and 2 were named");
  }

  private static Foreign squeezeNet() {
    return Foreign.of(Foreign.SQUEEZE_NET, ours -> ours);
  }
}
