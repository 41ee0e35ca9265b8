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
import org.maskwright.network.layer.GroupedConvolution;
import org.maskwright.network.layer.Kernel;
import org.maskwright.network.layer.KernelGraph;
import org.maskwright.network.layer.KernelVertex;
import org.maskwright.network.layer.MaxPooling;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.layer.PoolingSpec;
import org.maskwright.network.layer.ReceptiveField;
import org.nd4j.linalg.api.buffer.DataType;

/** A graph while it is put together, step by step. */
public final class GraphAssembly {

  static final String IMAGE = "image";

  private final ComputationGraphConfiguration.GraphBuilder builder;
  private final List<String> outputs = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private boolean normalised;
  private double epsilon = BatchNormalisation.EPSILON;

  GraphAssembly(DataType type) {
    builder =
        new NeuralNetConfiguration.Builder()
            .dataType(type)
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .graphBuilder()
            .addInputs(IMAGE);
  }

  /** A step that has been added: its kernel is only asked, it never computes. */
  record Step(String name, Kernel kernel, int channels, List<String> inputs) {}

  /**
   * Whether convolutions from now on are followed by batch normalisation of their own.
   *
   * @param added what it adds to variances
   */
  void normalise(BatchNorm choice, double added) {
    normalised = choice == BatchNorm.LIVE;
    epsilon = added;
  }

  /** No more of it. */
  void normaliseNoMore() {
    normalised = false;
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

  /** A convolution whose channels keep to themselves in groups. */
  public Feature grouped(String name, Feature input, ConvolutionSpec spec, int groups) {
    ConvolutionSpec plain = normalised ? spec.withoutBias() : spec;
    Feature convolved =
        add(name, spec.outputs(), () -> new GroupedConvolution(plain, groups), input);
    return finish(name, spec, convolved);
  }

  private Feature finish(String name, ConvolutionSpec spec, Feature convolved) {
    int channels = spec.outputs();
    double added = epsilon;
    return normalised
        ? add(
            name + NamedParameter.NORM,
            channels,
            () -> new BatchNormalisation(channels, spec.activation(), added),
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
    Kernel kernel = kernels.get();
    steps.add(new Step(name, kernel, channels, List.of(names)));
    List<ReceptiveField> fields = Arrays.stream(inputs).map(Feature::field).toList();
    return new Feature(name, channels, kernel.field(fields));
  }

  void output(Feature feature) {
    outputs.add(feature.name());
  }

  /** All parameters of what has been added so far, by their whole names. */
  List<ParameterSpec> parameters() {
    List<ParameterSpec> parameters = new ArrayList<>();
    for (Step step : steps) {
      for (ParameterSpec spec : step.kernel.parameters()) {
        parameters.add(new ParameterSpec(step.name + "." + spec.name(), spec.shape()));
      }
    }
    return parameters;
  }

  /** What has been added so far, inputs before what reads them. */
  List<Step> steps() {
    return List.copyOf(steps);
  }

  KernelGraph finish() {
    builder.setOutputs(outputs.toArray(String[]::new));
    KernelGraph graph = new KernelGraph(builder.build());
    graph.init();
    return graph;
  }
}
