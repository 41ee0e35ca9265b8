package org.maskwright.network.architecture;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.layer.ReceptiveField;
import org.nd4j.linalg.api.buffer.DataType;

/** A network on paper: what can be said of it without the memory that it would take. */
public final class Blueprint {

  private final List<GraphAssembly.Step> steps;
  private final List<ParameterSpec> parameters;
  private final Scoring scoring;
  private final int inputChannels;

  /** The network that is described, in the same steps that {@link FcnNetwork} runs. */
  public Blueprint(ArchitectureDescription description) {
    GraphAssembly assembly = new GraphAssembly(DataType.FLOAT);
    scoring = FcnNetwork.assemble(assembly, description);
    steps = assembly.steps();
    parameters = assembly.parameters();
    inputChannels = FcnNetwork.trunk(description).inputChannels();
  }

  /**
   * What one pass takes for one image.
   *
   * @param products multiplications with their additions, in convolutions and deconvolutions
   * @param numbers all that its steps put out, as a pass in training keeps it
   */
  public record Cost(long products, long numbers) {}

  /** The names and shapes of all parameters. */
  public List<ParameterSpec> parameters() {
    return parameters;
  }

  public long parameterCount() {
    return parameters.stream().mapToLong(ParameterSpec::count).sum();
  }

  /** What a cell of the deepest features looks at, fc6 included. */
  public ReceptiveField field() {
    return scoring.features().field();
  }

  /** The coarse maps of scores, coarse to fine. */
  public List<ScoreMap> scoreMaps() {
    return scoring.maps();
  }

  /** The cost of an image of that size. */
  public Cost cost(int height, int width) {
    Map<String, Size> sizes = new HashMap<>();
    sizes.put(GraphAssembly.IMAGE, new Size(height, width));
    long products = 0;
    long numbers = (long) height * width * inputChannels;
    for (GraphAssembly.Step step : steps) {
      Size[] inputs = step.inputs().stream().map(sizes::get).toArray(Size[]::new);
      int rows = step.kernel().outputSize(Arrays.stream(inputs).mapToInt(Size::height).toArray());
      int columns = step.kernel().outputSize(Arrays.stream(inputs).mapToInt(Size::width).toArray());
      Size size = new Size(rows, columns);
      sizes.put(step.name(), size);
      products += step.kernel().products(inputs[0].cells(), size.cells());
      numbers += size.cells() * step.channels();
    }
    return new Cost(products, numbers);
  }

  private record Size(int height, int width) {
    long cells() {
      return (long) height * width;
    }
  }
}
