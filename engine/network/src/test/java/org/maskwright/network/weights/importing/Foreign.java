package org.maskwright.network.weights.importing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.architecture.Trunks;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.TestTensors;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.safetensors.SafetensorsWriter;
import org.maskwright.network.weights.torch.TorchWriter;

/** Files of weights as others would write them, for networks small enough for a test. */
final class Foreign {

  static final ArchitectureDescription VGG =
      ArchitectureDescription.usual(Trunks.VGG16, 2)
          .withWidths(List.of(2, 3, 2, 3, 2))
          .withHead(Head.FULLY_CONVOLUTIONAL, 6);

  static final ArchitectureDescription MOBILE_NET =
      ArchitectureDescription.usual(Trunks.MOBILENET_V2, 2)
          .withWidths(List.of(3, 2, 2, 3, 2, 3, 2, 4));

  static final ArchitectureDescription SQUEEZE_NET =
      ArchitectureDescription.usual(Trunks.SQUEEZENET_1_1, 2).withWidths(List.of(4, 1, 2, 1, 2));

  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  /** The trunk of a network and its fc6 and fc7, named by a function. */
  static Foreign of(ArchitectureDescription network, UnaryOperator<String> theirName) {
    Foreign file = new Foreign();
    for (ParameterSpec spec : FcnNetwork.parameterSpecs(network)) {
      if (!spec.name().matches("(score|up|final)_.*")) {
        String layer = spec.name().substring(0, spec.name().lastIndexOf('.'));
        String part = spec.name().substring(layer.length());
        file.with(theirName.apply(layer) + part, spec.dimensions());
      }
    }
    return file;
  }

  Foreign with(String name, long... shape) {
    tensors.put(name, TestTensors.counted(name, shape));
    return this;
  }

  Foreign with(Tensor tensor) {
    tensors.put(tensor.name(), tensor);
    return this;
  }

  Foreign without(String name) {
    tensors.remove(name);
    return this;
  }

  Foreign saying(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /** Four vectors as a batch normalisation has them, with a positive variance. */
  Foreign withNorm(String name, int channels) {
    float[] variance = new float[channels];
    for (int i = 0; i < channels; i++) {
      variance[i] = 1 + i;
    }
    return with(name + ".weight", channels)
        .with(name + ".bias", channels)
        .with(name + ".running_mean", channels)
        .with(TestTensors.of(name + ".running_var", variance, channels));
  }

  Path write(Path folder) throws IOException {
    List<SafetensorsWriter.Entry> entries = new ArrayList<>();
    tensors.values().forEach(t -> entries.add(new SafetensorsWriter.Entry(t, TensorType.F32)));
    Path file = folder.resolve("foreign.safetensors");
    try (OutputStream out = Files.newOutputStream(file)) {
      SafetensorsWriter.write(metadata, entries, out);
    }
    return file;
  }

  /** The same as a file of {@code torch.save}. */
  Path writeTorch(Path folder) throws IOException {
    TorchWriter writer = new TorchWriter();
    for (Tensor tensor : tensors.values()) {
      writer.tensor(tensor);
    }
    return Files.write(folder.resolve("foreign.pth"), writer.toBytes());
  }

  static LoadedModel imported(Path file) throws IOException {
    return imported(file, 0);
  }

  static LoadedModel imported(Path file, int headChannels) throws IOException {
    return imported(file, headChannels, BatchNorm.FOLDED);
  }

  static LoadedModel imported(Path file, BatchNorm batchNorm) throws IOException {
    return imported(file, 0, batchNorm);
  }

  private static LoadedModel imported(Path file, int headChannels, BatchNorm batchNorm)
      throws IOException {
    return new WeightImport(
            new ImportRequest(
                file, "test", Optional.empty(), headChannels, Optional.empty(), batchNorm))
        .run(Progress.NONE);
  }

  /** All numbers of a network's parameter. */
  static float[] values(LoadedModel model, String name) {
    NamedParameter parameter = model.network().parameter(name).orElseThrow();
    float[] values = new float[(int) parameter.count()];
    parameter.read(0, values, values.length);
    return values;
  }

  /** What the file has under a name. */
  float[] values(String theirName) throws IOException {
    return tensor(theirName).toArray();
  }

  Tensor tensor(String theirName) {
    return Objects.requireNonNull(tensors.get(theirName), theirName);
  }

  Shape shape(String theirName) {
    return tensor(theirName).shape();
  }
}
