package org.maskwright.network.weights.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        .hasMessageContaining(".safetensors, .pth, .pt, .h5, .hdf5, .zip, .caffemodel");
  }

  @Test
  void aWrongNameIsToldWithTheRightOne() throws IOException {
    Path torch = squeezeNet().writeTorch(folder);
    Path tensors = squeezeNet().write(folder);

    for (String name : List.of("net.safetensors", "net.caffemodel", "net.bin")) {
      Path misnamed = Files.copy(torch, folder.resolve(name));
      assertThatThrownBy(() -> Foreign.imported(misnamed))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll(name + " is a file of torch.save", "ends in .pth");
    }
    for (String name : List.of("net.pth", "net.PT", "net.model")) {
      Path misnamed = Files.copy(tensors, folder.resolve(name));
      assertThatThrownBy(() -> Foreign.imported(misnamed))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll(name + " is a safetensors file", "ends in .safetensors");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80020000000000007B22|a safetensors file|ends in .safetensors",
        "8004958B|a pickle, which is a program|state_dict()",
        "894844460D0A1A0A00|an HDF5 file, as Keras writes them|ends in .h5",
        "1F8B0800|compressed by gzip|Unpack it first",
        "0A3C21444F43545950452068746D6C3E|a web page|address",
        "76657273696F6E2068747470733A2F2F6769742D6C6673|a pointer of Git LFS|git lfs pull",
        "504B0506000000000000000000000000000000000000|cannot be read: as a zip|copy it again",
        "00000001|no file that torch.save writes|save the state_dict()",
        "|no file that torch.save writes|Download it again",
      })
  void whatIsNoneIsCalledWhatItIs(@Nullable String hex, String what, String remedy)
      throws IOException {
    byte[] bytes = hex == null ? new byte[0] : HexFormat.of().parseHex(hex);
    Path file = Files.write(folder.resolve("net.pth"), bytes);

    assertThatThrownBy(() -> Foreign.imported(file))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("net.pth", what, remedy);
  }

  @Test
  void aTarIsCalledWhatItIs() throws IOException {
    byte[] tar = new byte[1024];
    System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
    Path file = Files.write(folder.resolve("net.pth"), tar);

    assertThatThrownBy(() -> Foreign.imported(file))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("net.pth is a tar archive", "save its state_dict()");
  }

  @Test
  void aProgramOfTorchIsNotRun() throws IOException {
    Path file = folder.resolve("net.pt");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("net/data.pkl"));
      zip.putNextEntry(new ZipEntry("net/constants.pkl"));
    }

    assertThatThrownBy(() -> Foreign.imported(file))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("net.pt is a TorchScript program", "state_dict()");
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
