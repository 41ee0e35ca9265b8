package org.maskwright.network.architecture;

import java.util.List;
import java.util.Set;
import org.maskwright.network.layer.ActivatedSum;
import org.maskwright.network.layer.Activation;
import org.maskwright.network.layer.ChannelRange;
import org.maskwright.network.layer.Concatenation;
import org.maskwright.network.layer.ConvolutionSpec;
import org.maskwright.network.layer.Magnification;

/**
 * MobileNetV2 that is also told where somebody clicked. Behind the three colours come three more
 * channels: what clicks say belongs to the object, what they say does not, and what was selected
 * before. They enter by a first convolution of their own, whose result is added to the colours';
 * starting it at zero keeps everything that the trunk has learned. A small decoder mixes deep
 * features, shallow ones and the clicks again where borders are decided, at stride 8.
 */
final class ClickMobileNetV2 implements Trunk {

  private static final int HINTS = 3;
  private static final int[] HINT_WIDTHS = {16, 16, 24};
  private static final int DEEP = 96;
  private static final int FINE = 48;
  private static final int MIXED = 96;

  private final MobileNetV2 plain = new MobileNetV2();

  @Override
  public String id() {
    return "mobilenet_v2_clicks";
  }

  @Override
  public int inputChannels() {
    return Preprocessing.COLOURS + HINTS;
  }

  @Override
  public List<Integer> usualWidths() {
    return plain.usualWidths();
  }

  @Override
  public List<Geometry> geometries() {
    return plain.geometries();
  }

  @Override
  public Preprocessing usualPreprocessing() {
    return plain.usualPreprocessing();
  }

  @Override
  public Set<Integer> strides() {
    return Set.of(32, 16);
  }

  @Override
  public Features build(GraphAssembly graph, ArchitectureDescription description, Feature input) {
    int colours = Preprocessing.COLOURS;
    Feature image = range(graph, "image_channels", input, 0, colours);
    Feature clicks = range(graph, "click_channels", input, colours, HINTS);
    int width = description.trunk().widths().get(0);
    ConvolutionSpec first = ConvolutionSpec.same(3, width, 3).withStride(2);
    Feature stem =
        graph.add(
            "stem_and_clicks",
            width,
            () -> new ActivatedSum(Activation.RELU6),
            graph.convolution("stem", image, first),
            graph.convolution("clicks", clicks, first));
    Features found = MobileNetV2.blocks(graph, description, stem);
    Feature borders = decoder(graph, found, hints(graph, clicks));
    return new Features(borders, found.stride16(), found.deepest());
  }

  private static Feature range(
      GraphAssembly graph, String name, Feature input, int from, int count) {
    return graph.add(name, count, () -> new ChannelRange(from, count), input);
  }

  /** The clicks at stride 8, on a way of their own. */
  private static Feature hints(GraphAssembly graph, Feature clicks) {
    Feature x = clicks;
    for (int i = 0; i < HINT_WIDTHS.length; i++) {
      x =
          graph.convolution(
              "hints_" + (i + 1), x, relu(x.channels(), HINT_WIDTHS[i], 3).withStride(2));
    }
    return x;
  }

  private static Feature decoder(GraphAssembly graph, Features found, Feature hints) {
    Feature narrow =
        graph.convolution(
            "decoder_deep", found.deepest(), relu(found.deepest().channels(), DEEP, 1));
    Alignment steps = Alignment.of(narrow.field(), found.stride8().field(), 0);
    Feature deep =
        graph.add(
            "decoder_up",
            DEEP,
            () -> new Magnification(steps.factor(), steps.kernel(), steps.padding()),
            narrow);
    Feature fine =
        graph.convolution(
            "decoder_fine", found.stride8(), relu(found.stride8().channels(), FINE, 1));
    Feature told = join(graph, "decoder_told", fine, hints);
    Feature all = join(graph, "decoder_all", deep, told);
    return graph.convolution("decoder_mix", all, relu(all.channels(), MIXED, 3));
  }

  private static Feature join(GraphAssembly graph, String name, Feature a, Feature b) {
    return graph.add(name, a.channels() + b.channels(), Concatenation::new, a, b);
  }

  private static ConvolutionSpec relu(int inputs, int outputs, int kernel) {
    return ConvolutionSpec.same(inputs, outputs, kernel).withActivation(Activation.RELU);
  }
}
