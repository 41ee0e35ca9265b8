package org.maskwright.network.weights.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.network.architecture.Head;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.weights.model.LoadedModel;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Zips that Deeplearning4j itself wrote, of VGG16 in small, become networks of the same numbers.
 */
class Dl4jImportTest {

  private static final List<Integer> STAGES = List.of(2, 2, 3, 3, 3);

  @TempDir Path folder;

  /** Each layer reads the one before. */
  private static final class Chain {

    private final ComputationGraphConfiguration.GraphBuilder builder =
        new NeuralNetConfiguration.Builder().seed(3).graphBuilder().addInputs("in");
    private String last = "in";

    /** As imports from Keras do: a vertex of its own. */
    Chain flatten(String name, InputPreProcessor preProcessor) {
      builder.addVertex(name, new PreprocessorVertex(preProcessor), last);
      last = name;
      return this;
    }

    Chain add(String name, org.deeplearning4j.nn.conf.layers.Layer layer) {
      builder.layer(name, layer, last);
      last = name;
      return this;
    }

    ComputationGraph build() {
      ComputationGraphConfiguration configuration =
          builder.setOutputs(last).setInputTypes(InputType.convolutional(224, 224, 3)).build();
      ComputationGraph graph = new ComputationGraph(configuration);
      graph.init();
      return graph;
    }
  }

  /** The trunk; layers are called as in Keras, or numbered as in the zoo. */
  private static Chain trunk(boolean ofKeras) {
    Chain chain = new Chain();
    int number = 0;
    for (int stage = 0; stage < STAGES.size(); stage++) {
      for (int i = 1; i <= STAGES.get(stage); i++) {
        String name = ofKeras ? "block" + (stage + 1) + "_conv" + i : String.valueOf(number);
        int width = Foreign.VGG.trunk().widths().get(stage);
        chain.add(
            name, new ConvolutionLayer.Builder(3, 3).padding(1, 1).nOut(width).biasInit(i).build());
        number++;
      }
      String pool = ofKeras ? "block" + (stage + 1) + "_pool" : String.valueOf(number);
      chain.add(pool, new SubsamplingLayer.Builder().kernelSize(2, 2).stride(2, 2).build());
      number++;
    }
    return chain;
  }

  private static ComputationGraph whole() {
    return whole(trunk(true));
  }

  private static ComputationGraph whole(Chain trunk) {
    return trunk
        .add("fc1", new DenseLayer.Builder().nOut(6).biasInit(7).build())
        .add("fc2", new DenseLayer.Builder().nOut(6).build())
        .add("predictions", new OutputLayer.Builder().nOut(5).build())
        .build();
  }

  private Path saved(ComputationGraph graph) throws IOException {
    Path file = folder.resolve("vgg.zip");
    ModelSerializer.writeModel(graph, file.toFile(), true);
    return file;
  }

  @Test
  void whatDeeplearning4jSavedIsTheSameNetwork() throws IOException {
    ComputationGraph graph = whole();
    Map<String, INDArray> theirs = graph.paramTable();

    try (LoadedModel model = Foreign.imported(saved(graph))) {
      assertThat(model.description().architecture()).isEqualTo(Foreign.VGG);
      assertThat(model.description().preprocessing()).isEqualTo(Preprocessing.KERAS_VGG);
      holdsTrunk(model, theirs, true);
      assertThat(Foreign.values(model, "fc6.bias")).containsOnly(7);
      INDArray flat = Objects.requireNonNull(theirs.get("fc1_W"));
      // The order that Deeplearning4j flattens in: channels, rows, columns.
      assertThat(Foreign.values(model, "fc6.weight")).isEqualTo(row(flat.transpose()));
      INDArray square = Objects.requireNonNull(theirs.get("fc2_W"));
      assertThat(Foreign.values(model, "fc7.weight")).isEqualTo(row(square.transpose()));
    }
  }

  @Test
  void whatCameFromKerasIsFlattenedInItsWay() throws IOException {
    ComputationGraph graph =
        whole(trunk(true).flatten("flatten", new CnnToFeedForwardPreProcessor(7, 7, 2)));
    Path file = saved(graph);
    String keras = "org.deeplearning4j.nn.modelimport.keras.preprocessors.TensorFlow";
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path inside = zip.getPath("configuration.json");
      String json = Files.readString(inside, StandardCharsets.UTF_8);
      Files.writeString(
          inside, json.replace("org.deeplearning4j.nn.conf.preprocessor.Cnn", keras + "Cnn"));
    }

    try (LoadedModel model = Foreign.imported(file)) {
      INDArray flat = Objects.requireNonNull(graph.paramTable().get("fc1_W"));
      INDArray cells = flat.transpose().dup('c').reshape('c', 6, 7, 7, 2).permute(0, 3, 1, 2);
      assertThat(Foreign.values(model, "fc6.weight")).isEqualTo(row(cells));
    }
  }

  @Test
  void theZoosOwnNumberedLayersAreATrunk() throws IOException {
    ComputationGraph graph =
        trunk(false).add("18", new OutputLayer.Builder().nOut(5).build()).build();

    try (LoadedModel model = Foreign.imported(saved(graph))) {
      assertThat(model.description().architecture()).isEqualTo(Foreign.VGG.withHead(Head.PLAIN, 0));
      holdsTrunk(model, graph.paramTable(), false);
    }
  }

  private static void holdsTrunk(LoadedModel model, Map<String, INDArray> theirs, boolean ofKeras) {
    int number = 0;
    for (int stage = 1; stage <= STAGES.size(); stage++) {
      for (int i = 1; i <= STAGES.get(stage - 1); i++, number++) {
        String name = ofKeras ? "block" + stage + "_conv" + i : String.valueOf(number);
        String ours = "conv" + stage + "_" + i;
        INDArray kernel = Objects.requireNonNull(theirs.get(name + "_W"));
        assertThat(Foreign.values(model, ours + ".weight")).as(ours).isEqualTo(row(kernel));
        assertThat(Foreign.values(model, ours + ".bias")).as(ours).containsOnly(i);
      }
      number++;
    }
  }

  private static float[] row(INDArray array) {
    return Nd4j.toFlattened('c', array).toFloatVector();
  }
}
