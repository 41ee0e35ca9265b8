package org.maskwright.network.weights.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TestTensors;
import org.maskwright.network.weights.hdf5.Hdf5Writer;
import org.maskwright.network.weights.model.LoadedModel;

class KerasImportTest {

  private static final ArchitectureDescription VGG19 =
      ArchitectureDescription.usual(Trunks.VGG19, 2)
          .withWidths(List.of(2, 3, 2, 3, 2))
          .withHead(Head.FULLY_CONVOLUTIONAL, 6);

  @TempDir Path folder;

  /** What the layers of a network are called, and how the arrays in their groups are. */
  private record Layout(String group, String kernel, String bias) {

    Path write(Path folder, ArchitectureDescription network, boolean top) throws IOException {
      Hdf5Writer writer = new Hdf5Writer();
      for (ParameterSpec spec : FcnNetwork.parameterSpecs(network)) {
        String layer = spec.name().replaceAll("\\.(weight|bias)$", "");
        if (layer.startsWith("conv") || top && layer.startsWith("fc")) {
          add(writer, theirs(layer), spec);
        }
      }
      if (top) {
        add(
            writer,
            "predictions",
            TestTensors.counted("p.weight", 6, 10),
            TestTensors.counted("p.bias", 10));
      }
      return Files.write(folder.resolve("vgg.h5"), writer.toBytes());
    }

    private void add(Hdf5Writer writer, String layer, ParameterSpec spec) throws IOException {
      Tensor tensor = TestTensors.counted(spec.name(), spec.dimensions());
      String path = String.format(group, layer) + "/" + String.format(part(spec), layer);
      writer.array(path, spec.name().endsWith(".bias") ? tensor : kernel(layer, tensor));
    }

    private void add(Hdf5Writer writer, String layer, Tensor kernelOfIt, Tensor biasOfIt)
        throws IOException {
      String path = String.format(group, layer) + "/";
      writer.array(path + String.format(kernel, layer), kernelOfIt);
      writer.array(path + String.format(bias, layer), biasOfIt);
    }

    private String part(ParameterSpec spec) {
      return spec.name().endsWith(".bias") ? bias : kernel;
    }

    /** Rows, columns, inputs, outputs; all but the last as one where a map was flattened. */
    private static Tensor kernel(String layer, Tensor ours) {
      Tensor kernel = ours.permuted(2, 3, 1, 0);
      long outputs = kernel.shape().size(3);
      return layer.startsWith("fc")
          ? kernel.reshaped(Shape.of(kernel.shape().elements() / outputs, outputs))
          : kernel;
    }

    private static String theirs(String ours) {
      return switch (ours) {
        case "fc6" -> "fc1";
        case "fc7" -> "fc2";
        default -> ours.replaceFirst("conv(\\d)_(\\d)", "block$1_conv$2");
      };
    }
  }

  private static final Layout OF_TODAY = new Layout("%s", "%s/kernel:0", "%s/bias:0");

  @ParameterizedTest
  @CsvSource({
    "%s,%1$s_W_1:0,%1$s_b_1:0",
    "%s,%1$s/kernel:0,%1$s/bias:0",
    "model_weights/%s,%1$s/kernel:0,%1$s/bias:0",
    "model_weights/vgg16,%s/kernel,%s/bias",
  })
  void everyLayoutBecomesTheSameNetwork(String group, String kernel, String bias)
      throws IOException {
    Path file = new Layout(group, kernel, bias).write(folder, Foreign.VGG, true);

    try (LoadedModel model = Foreign.imported(file)) {
      assertThat(model.description().architecture()).isEqualTo(Foreign.VGG);
      assertThat(model.description().preprocessing()).isEqualTo(Preprocessing.KERAS_VGG);
      holds(model, Foreign.VGG, "(conv|fc).*");
    }
  }

  @Test
  void nineteenLayersAreToldFromSixteen() throws IOException {
    try (LoadedModel model = Foreign.imported(OF_TODAY.write(folder, VGG19, true))) {
      assertThat(model.description().architecture()).isEqualTo(VGG19);
      holds(model, VGG19, "(conv|fc).*");
    }
  }

  @Test
  void withoutItsClassifierTheTrunkIsScoredAsItIs() throws IOException {
    try (LoadedModel model = Foreign.imported(OF_TODAY.write(folder, Foreign.VGG, false))) {
      assertThat(model.description().architecture()).isEqualTo(Foreign.VGG.withHead(Head.PLAIN, 0));
      holds(model, Foreign.VGG, "conv.*");
    }
  }

  @Test
  void theStateOfAnOptimizerIsNoWeight() throws IOException {
    Hdf5Writer writer = new Hdf5Writer();
    writer.array("optimizer_weights/SGD/conv/kernel/momentum:0", TestTensors.counted("m", 3));
    Path file = Files.write(folder.resolve("vgg.h5"), writer.toBytes());

    assertThatThrownBy(() -> Foreign.imported(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("holds no arrays of numbers");
  }

  @Test
  void layersThatKeras3DoesNotNameAreRefusedWithTheRemedy() throws IOException {
    Hdf5Writer writer = new Hdf5Writer();
    writer.array("layers/conv2d/vars/0", TestTensors.counted("a", 3));
    Path weights = Files.write(folder.resolve("vgg.weights.h5"), writer.toBytes());
    Path whole = folder.resolve("vgg.keras");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(whole))) {
      zip.putNextEntry(new ZipEntry("model.weights.h5"));
    }

    for (Path file : List.of(weights, whole)) {
      assertThatThrownBy(() -> Foreign.imported(file))
          .isInstanceOf(DataException.class)
          .hasMessageContainingAll(file.getFileName() + " is ", "Keras 3", "model.save(");
    }
  }

  @Test
  void twoLayersOfOneNameAreRefused() throws IOException {
    Hdf5Writer writer = new Hdf5Writer();
    writer.array("a/conv/kernel:0", TestTensors.counted("a", 3));
    writer.array("b/conv/kernel:0", TestTensors.counted("b", 3));
    Path file = Files.write(folder.resolve("vgg.h5"), writer.toBytes());

    assertThatThrownBy(() -> Foreign.imported(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("\"conv.weight\" twice");
  }

  private static void holds(LoadedModel model, ArchitectureDescription network, String names)
      throws IOException {
    for (ParameterSpec spec : FcnNetwork.parameterSpecs(network)) {
      if (spec.name().matches(names)) {
        assertThat(Foreign.values(model, spec.name()))
            .as(spec.name())
            .isEqualTo(TestTensors.counted(spec.name(), spec.dimensions()).toArray());
      }
    }
  }
}
