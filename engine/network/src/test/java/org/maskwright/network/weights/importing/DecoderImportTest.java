package org.maskwright.network.weights.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureProblem;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.Catalogue;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.weights.model.LoadedModel;

/** A file's trunk under another head than the one that it came with. */
class DecoderImportTest {

  @TempDir private Path folder;

  private static LoadedModel imported(Path file, BatchNorm batchNorm, ImportRequest.Shaping shape)
      throws IOException {
    return new WeightImport(
            new ImportRequest(file, "x", Optional.empty(), 0, Optional.empty(), batchNorm, shape))
        .run(Progress.NONE);
  }

  private static Foreign vgg() {
    return Foreign.of(Foreign.VGG, ours -> ours);
  }

  private static Foreign deepLab() {
    return Foreign.of(Foreign.MOBILE_NET.withHead(Head.CONTEXT, 5).withStride(16), ours -> ours)
        .with("logits.weight", 21, 5, 1, 1)
        .with("logits.bias", 21);
  }

  @Test
  void segNetTakesTheConvolutionsAndBeginsItsNormsWithTheirBiases() throws IOException {
    Foreign file = vgg();
    try (LoadedModel model =
        imported(
            file.write(folder), BatchNorm.LIVE, usual -> Catalogue.under(usual, Head.SEGNET))) {
      assertThat(model.description().architecture().variants()).containsExactly(Variant.FULL);
      assertThat(Foreign.values(model, "conv4_2.weight")).isEqualTo(file.values("conv4_2.weight"));
      assertThat(Foreign.values(model, "conv4_2.norm.beta")).isEqualTo(file.values("conv4_2.bias"));
      assertThat(Foreign.values(model, "conv4_2.norm.gamma")).containsOnly(1);
      assertThat(Foreign.values(model, "conv4_2.norm.mean")).containsOnly(0);
      assertThat(model.network().parameter("conv4_2.bias")).isEmpty();
      assertThat(model.network().parameter("fc6.weight")).isEmpty();
      assertThat(Foreign.values(model, "score_1.weight")).containsOnly(0);
    }
  }

  @Test
  void deconvNetTakesFc6AndFc7Along() throws IOException {
    Foreign file = vgg();
    try (LoadedModel model =
        imported(
            file.write(folder), BatchNorm.LIVE, usual -> Catalogue.under(usual, Head.DECONVNET))) {
      assertThat(Foreign.values(model, "fc6.weight")).isEqualTo(file.values("fc6.weight"));
      assertThat(Foreign.values(model, "fc7.norm.beta")).isEqualTo(file.values("fc7.bias"));
      assertThat(model.description().card().notes())
          .anyMatch(note -> note.contains("decoder_fc6.weight"));
    }
  }

  @Test
  void largeFovKeepsEveryThirdTapOfFc6() throws IOException {
    Foreign file = vgg();
    try (LoadedModel model =
        imported(
            file.write(folder),
            BatchNorm.FOLDED,
            usual -> Catalogue.under(usual, Head.LARGE_FOV).withHead(Head.LARGE_FOV, 6))) {
      float[] all = file.values("fc6.weight");
      float[] kept = Foreign.values(model, "fc6.weight");
      for (int i = 0; i < kept.length; i++) {
        int tap = i % 9 / 3 * 3 * 7 + i % 3 * 3;
        assertThat(kept[i]).isEqualTo(all[i / 9 * 49 + tap]);
      }
    }
  }

  @Test
  void deepLabsHeadArrivesWholeAndFurtherRatesHaveNoSayAtFirst() throws IOException {
    Foreign file = deepLab();
    try (LoadedModel model =
        imported(
            file.write(folder),
            BatchNorm.FOLDED,
            usual -> Catalogue.under(usual, Head.ASPP).withHead(h -> h.withRates(List.of(1, 2))))) {
      assertThat(model.description().architecture().head().channels()).isEqualTo(5);
      assertThat(Foreign.values(model, "score_16.weight")).isEqualTo(file.values("logits.weight"));
      float[] before = file.values("context.projection.weight");
      float[] widened = Foreign.values(model, "context.projection.weight");
      for (int row = 0; row < 5; row++) {
        assertThat(Arrays.copyOfRange(widened, row * 20, row * 20 + 10))
            .isEqualTo(Arrays.copyOfRange(before, row * 10, row * 10 + 10));
        assertThat(Arrays.copyOfRange(widened, row * 20 + 10, row * 20 + 20)).containsOnly(0);
      }
      assertThat(Foreign.values(model, "context.aspp2.weight")).doesNotContain(0f);
    }
  }

  @Test
  void headsThatDoNotBelongToTheTrunkAreRefused() throws IOException {
    Path file = deepLab().write(folder);
    assertThatThrownBy(
            () -> imported(file, BatchNorm.FOLDED, usual -> Catalogue.under(usual, Head.SEGNET)))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ArchitectureProblem.NOT_TOGETHER));
  }
}
