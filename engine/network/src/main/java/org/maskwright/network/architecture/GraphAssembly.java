package org.maskwright.network.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.maskwright.network.layer.BatchNormalisation;
import org.maskwright.network.layer.Convolution;
import org.maskwright.network.layer.ConvolutionSpec;
import org.maskwright.network.layer.DepthwiseConvolution;
import org.maskwright.network.layer.Kernel;
import org.maskwright.network.layer.KernelGraph;
import org.maskwright.network.layer.KernelVertex;
import org.maskwright.network.layer.MaxPooling;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.layer.PoolingSpec;
import org.nd4j.linalg.api.buffer.DataType;

/** A graph while it is put together, step by step. */
public final class GraphAssembly {

  static final String IMAGE = "image";

  private final ComputationGraphConfiguration.GraphBuilder builder;
  private final List<String> outputs = new ArrayList<>();
  private final List<ParameterSpec> parameters = new ArrayList<>();
  private boolean normalised;

  GraphAssembly(DataType type) {
    builder =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .graphBuilder()
            .addInputs(IMAGE);
  }

  /** Whether convolutions from now on are followed by batch normalisation of their own. */
  void normalise(BatchNorm choice) {
    normalised = choice == BatchNorm.LIVE;
  }

  public Feature convolution(String name, Feature input, ConvolutionSpec spec) {
    ConvolutionSpec plain = normalised ? spec.withoutBias() : spec;
    return finish(name, spec, add(name, spec.outputs(), () -> new Convolution(plain), input));
  }

  public Feature depthwise(String name, Feature input, ConvolutionSpec spec) {
    ConvolutionSpec plain = normalised ? spec.withoutBias() : spec;
    return finish(
        name, spec, add(name, spec.outputs(), () -> new DepthwiseConvolution(plain), input));
  }

  private Feature finish(String name, ConvolutionSpec spec, Feature convolved) {
    int channels = spec.outputs();
    return normalised
        ? add(
            name + NamedParameter.NORM,
            channels,
            () -> new BatchNormalisation(channels, spec.activation()),
            convolved)
        : convolved;
  }

  public Feature maxPooling(String name, Feature input, PoolingSpec spec) {
    return add(name, input.channels(), () -> new MaxPooling(spec), input);
  }

  /**
   * Adds any step.
   *
   * @param kernels makes the step anew for each graph
   */
  public Feature add(String name, int channels, Supplier<Kernel> kernels, Feature... inputs) {
    String[] names = Arrays.stream(inputs).map(Feature::name).toArray(String[]::new);
    builder.addVertex(name, new KernelVertex(kernels, inputs.length), names);
    for (ParameterSpec spec : kernels.get().parameters()) {
      parameters.add(new ParameterSpec(name + "." + spec.name(), spec.shape()));
    }
    return new Feature(name, channels);
  }

  void output(Feature feature) {
    outputs.add(feature.name());
  }

  /** What has been added so far, by its whole name. */
  List<ParameterSpec> parameters() {
    return List.copyOf(parameters);
  }

  KernelGraph finish() {
    builder.setOutputs(outputs.toArray(String[]::new));
    KernelGraph graph = new KernelGraph(builder.build());
    graph.init();
    return graph;
  }
}
