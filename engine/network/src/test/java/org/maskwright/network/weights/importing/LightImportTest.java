package org.maskwright.network.weights.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;

class LightImportTest {

  private static final int[] FIRES = {0, 0, 3, 4, 6, 7, 9, 10, 11, 12};

  @TempDir Path folder;

  @Test
  void torchvisionsSqueezeNetCountsItsLayers() throws IOException {
    Foreign file =
        Foreign.of(Foreign.SQUEEZE_NET, LightImportTest::torchvisionSqueezeNet)
            .with("classifier.1.weight", 10, 16, 1, 1)
            .with("classifier.1.bias", 10);

    try (LoadedModel model = Foreign.imported(file.write(folder))) {
      assertThat(model.description().architecture()).isEqualTo(Foreign.SQUEEZE_NET);
      assertThat(Foreign.values(model, "fire9.expand3x3.weight"))
          .isEqualTo(file.values("features.12.expand3x3.weight"));
    }
  }

  private static String torchvisionSqueezeNet(String ours) {
    if (ours.equals("conv1")) {
      return "features.0";
    }
    int dot = ours.indexOf('.');
    int fire = Integer.parseInt(ours.substring("fire".length(), dot));
    return "features." + FIRES[fire] + ours.substring(dot).replace("squeeze1x1", "squeeze");
  }

  @Test
  void theAuthorsSqueezeNetIsTakenAsItIs() throws IOException {
    Foreign file =
        Foreign.of(Foreign.SQUEEZE_NET, ours -> ours)
            .with("conv10.weight", 10, 16, 1, 1)
            .with("conv10.bias", 10)
            .saying("input", "BGR minus (104,117,123), no scaling; max-pool 3x3 stride 2, ceil");

    try (LoadedModel model = Foreign.imported(file.write(folder))) {
      assertThat(model.description().preprocessing()).isEqualTo(Preprocessing.CAFFE_SQUEEZENET);
      assertThat(Foreign.values(model, "conv1.weight")).isEqualTo(file.values("conv1.weight"));
    }
  }

  private static Foreign torchvisionMobileNet() {
    Foreign plain = Foreign.of(Foreign.MOBILE_NET, ours -> ours);
    Foreign file = new Foreign();
    addConvolution(file, plain, "stem", "features.0.0", "features.0.1");
    for (int block = 0; block < 17; block++) {
      String ours = "block" + block;
      String theirs = "features." + (block + 1) + ".conv.";
      int next = 0;
      if (block > 0) {
        addConvolution(file, plain, ours + ".expand", theirs + "0.0", theirs + "0.1");
        next = 1;
      }
      addConvolution(file, plain, ours + ".depthwise", theirs + next + ".0", theirs + next + ".1");
      addConvolution(file, plain, ours + ".project", theirs + (next + 1), theirs + (next + 2));
    }
    return file;
  }

  @Test
  void torchvisionsMobileNetCanStayLiveAndSaysTheSame() throws IOException {
    Path file = torchvisionMobileNet().write(folder);

    try (LoadedModel live = Foreign.imported(file, BatchNorm.LIVE);
        LoadedModel folded = Foreign.imported(file)) {
      assertThat(live.description().architecture())
          .isEqualTo(Foreign.MOBILE_NET.withBatchNorm(BatchNorm.LIVE));
      Path saved = folder.resolve("live.mwmodel");
      new ModelWriter(live.description(), live.network(), Precision.FULL).write(saved);
      try (LoadedModel again = ModelFile.load(saved, Progress.NONE).folded()) {
        assertThat(again.description().architecture()).isEqualTo(Foreign.MOBILE_NET);
        for (String name : List.of("stem.weight", "stem.bias", "block16.project.bias")) {
          float[] expected = Foreign.values(folded, name);
          float[] actual = Foreign.values(again, name);
          for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                .isCloseTo(expected[i], within(1e-5f * (1 + Math.abs(expected[i]))));
          }
        }
      }
    }
  }

  @Test
  void aNetworkWithoutBatchNormalisationCannotStayLive() throws IOException {
    Path file =
        Foreign.of(Foreign.SQUEEZE_NET, ours -> ours)
            .with("conv10.weight", 10, 16, 1, 1)
            .with("conv10.bias", 10)
            .write(folder);

    assertThatThrownBy(() -> Foreign.imported(file, BatchNorm.LIVE))
        .hasMessageContaining("has no batch normalisation that can stay live");
  }

  @Test
  void torchvisionsMobileNetIsFolded() throws IOException {
    Foreign file = torchvisionMobileNet();
    try (LoadedModel model = Foreign.imported(file.write(folder))) {
      assertThat(model.description().architecture()).isEqualTo(Foreign.MOBILE_NET);
      float[] raw = file.values("features.17.conv.2.weight");
      float[] gamma = file.values("features.17.conv.3.weight");
      assertThat(Foreign.values(model, "block16.project.weight")[0])
          .isEqualTo((float) (raw[0] * (gamma[0] / Math.sqrt(1 + 1e-5))));
    }
  }

  private static void addConvolution(
      Foreign file, Foreign plain, String ours, String theirs, String norm) {
    long[] shape =
        plain.shape(ours + ".weight").sizes().stream().mapToLong(Long::longValue).toArray();
    file.with(theirs + ".weight", shape).withNorm(norm, (int) shape[0]);
  }

  @Test
  void aContextHeadBringsItsScoresAlong() throws IOException {
    Foreign file =
        Foreign.of(Foreign.MOBILE_NET.withHead(Head.CONTEXT, 5).withStride(16), ours -> ours)
            .with("logits.weight", 21, 5, 1, 1)
            .with("logits.bias", 21)
            .saying("input", "RGB, x/127.5-1; sizes 32k+1")
            .saying("source", "somewhere\nelse")
            .saying("licence", "Apache-2.0");

    try (LoadedModel model = Foreign.imported(file.write(folder))) {
      assertThat(model.description().architecture())
          .isEqualTo(Foreign.MOBILE_NET.withHead(Head.CONTEXT, 5).withStride(16).withClasses(21));
      assertThat(model.description().labels().get(15).name()).isEqualTo("person");
      assertThat(model.description().card().sources()).isEqualTo(List.of("somewhere else"));
      assertThat(model.description().card().licences()).isEqualTo(List.of("Apache-2.0"));
      for (String score : List.of("score_32", "score_16")) {
        assertThat(Foreign.values(model, score + ".weight"))
            .isEqualTo(file.values("logits.weight"));
      }
      assertThat(Foreign.values(model, "up_16.weight")).containsOnly(0);
    }
  }
}
