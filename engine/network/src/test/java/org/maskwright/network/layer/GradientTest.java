package org.maskwright.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Each layer's way back against differences of its way there, in doubles, small. The loss is half
 * the sum of the squared outputs, whose gradient is the output itself. Layers that move numbers
 * through floats are linear or piecewise linear, so that wide steps are exact for them.
 */
class GradientTest {

  private static final int CHANNELS = 4;

  static Stream<Arguments> layers() {
    ConvolutionSpec same = ConvolutionSpec.same(CHANNELS, CHANNELS, 3);
    return Stream.of(
        layer("dense", () -> new Convolution(same)),
        layer("dense relu", () -> new Convolution(same.withActivation(Activation.RELU))),
        layer("strided", () -> new Convolution(same.withStride(2))),
        layer("pointwise", () -> new Convolution(ConvolutionSpec.same(CHANNELS, 3, 1))),
        layer("dilated", () -> new Convolution(same.withDilation(2))),
        layer(
            "dilated, even, without padding",
            () ->
                new Convolution(
                    ConvolutionSpec.same(CHANNELS, 3, 2).withDilation(3).withPadding(0))),
        layer("grouped", () -> new GroupedConvolution(same.withActivation(Activation.RELU), 2)),
        layer("response normalisation", ResponseNormalisation::new),
        layer("depthwise", () -> new DepthwiseConvolution(same)),
        layer("depthwise strided", () -> new DepthwiseConvolution(same.withStride(2))),
        layer("dilated depthwise", () -> new DepthwiseConvolution(same.withDilation(2))),
        layer("deconvolution", () -> new Deconvolution(CHANNELS, 2, 3, 1)),
        layer("deconvolution, even", () -> new Deconvolution(CHANNELS, 2, 4, 1)),
        layer("max pooling", () -> new MaxPooling(new PoolingSpec(2, 2, 0, true))),
        layer("ceiled max pooling", () -> new MaxPooling(new PoolingSpec(3, 2, 0, true))),
        layer("padded max pooling", () -> new MaxPooling(new PoolingSpec(3, 2, 1, false))),
        layer("mean pooling", () -> new MeanPooling(new PoolingSpec(3, 2, 1, false))),
        layer("mean of the image", GlobalMean::new),
        layer("padding", () -> new Padding(size -> size + 3)),
        layer("some channels", () -> new ChannelRange(1, 2)));
  }

  private static Arguments layer(String name, Supplier<Kernel> kernel) {
    return Arguments.of(name, kernel);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void wayBackIsTheSlopeOfTheWayThere(String name, Supplier<Kernel> kernel) {
    // A step in front of the layer under test makes its input a parameter's doing.
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE).graphBuilder();
    builder.addInputs("image");
    ConvolutionSpec first = ConvolutionSpec.same(3, CHANNELS, 3);
    builder.addVertex("first", new KernelVertex(() -> new Convolution(first), 1), "image");
    builder.addVertex("layer", new KernelVertex(kernel, 1), "first");
    builder.setOutputs("layer");
    KernelGraph graph = new KernelGraph(builder.build());
    graph.init();
    Nd4j.getRandom().setSeed(11);
    graph.params().assign(Nd4j.rand(DataType.DOUBLE, graph.params().shape()).subi(0.5));
    INDArray image = Nd4j.rand(DataType.DOUBLE, 2, 5, 6, 3).subi(0.5);
    graph.backpropagate(image, outputs -> {});
    INDArray slopes = graph.getFlattenedGradients().dup();
    double step = 1e-4;
    for (long i = 0; i < graph.params().length(); i++) {
      double before = graph.params().getDouble(i);
      graph.params().putScalar(i, before + step);
      double above = loss(graph, image);
      graph.params().putScalar(i, before - step);
      double below = loss(graph, image);
      graph.params().putScalar(i, before);
      double expected = (above - below) / (2 * step);
      assertThat(slopes.getDouble(i))
          .as("parameter %d", i)
          .isCloseTo(expected, within(3e-3 * (1 + Math.abs(expected))));
    }
    graph.close();
  }

  private static double loss(KernelGraph graph, INDArray image) {
    List<INDArray> outputs = graph.activations(image, List.of("layer"));
    double sum = 0;
    for (double value : outputs.get(0).ravel().toDoubleVector()) {
      sum += value * value / 2;
    }
    return sum;
  }
}
