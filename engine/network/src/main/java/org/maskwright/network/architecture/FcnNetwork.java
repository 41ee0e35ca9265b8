package org.maskwright.network.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.maskwright.network.layer.KernelGraph;
import org.maskwright.network.layer.Noise;
import org.maskwright.network.layer.Padding;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.layer.ReceptiveField;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network built from a description: one graph, one trunk, an output for each variant, for images
 * of any size. Weights are reached by name; nobody outside needs to know how DL4J keeps them.
 */
public final class FcnNetwork implements AutoCloseable {

  static final String AUXILIARY = "fcn_auxiliary";

  private final ArchitectureDescription description;
  private final Scoring scoring;
  private final KernelGraph graph;
  private final FlatParameters flat;
  private final Map<String, NamedParameter> parameters;

  private FcnNetwork(ArchitectureDescription description, DataType type) {
    GraphAssembly assembly = new GraphAssembly(type);
    this.description = description;
    this.scoring = assemble(assembly, description);
    this.graph = assembly.finish();
    this.flat = new FlatParameters(graph.params());
    this.parameters =
        collect(graph, flat).stream()
            .collect(
                Collectors.toMap(
                    NamedParameter::name, p -> p, (a, b) -> a, java.util.LinkedHashMap::new));
  }

  /** A network whose convolutions start at random and whose scores start at zero. */
  public static FcnNetwork build(ArchitectureDescription description, long seed) {
    return build(description, seed, DataType.FLOAT);
  }

  static FcnNetwork build(ArchitectureDescription description, long seed, DataType type) {
    FcnNetwork network = new FcnNetwork(description, type);
    InitialWeights.fill(network.parameters(), seed);
    return network;
  }

  /** A network of zeros, for one who brings the weights: random ones take a large net seconds. */
  public static FcnNetwork empty(ArchitectureDescription description) {
    return new FcnNetwork(description, DataType.FLOAT);
  }

  /** The names and shapes of all parameters, without the memory that they would take. */
  public static List<ParameterSpec> parameterSpecs(ArchitectureDescription description) {
    GraphAssembly assembly = new GraphAssembly(DataType.FLOAT);
    assemble(assembly, description);
    return assembly.parameters();
  }

  static Scoring assemble(GraphAssembly assembly, ArchitectureDescription description) {
    Trunk trunk = trunk(description);
    int channels = trunk.inputChannels();
    Feature image = new Feature(GraphAssembly.IMAGE, channels, ReceptiveField.PIXEL);
    Feature padded =
        assembly.add("padded", channels, () -> new Padding(description.geometry()::padded), image);
    assembly.normalise(description.trunk().batchNorm(), trunk.normEpsilon());
    Trunk.Features features = trunk.build(assembly, description, padded);
    if (description.head().kind().form() != Head.Form.MIRRORED) {
      assembly.normaliseNoMore();
    }
    return switch (description.head().kind()) {
      case CONVOLVED, CONVOLVED_AUXILIARY ->
          new ConvolvedHead(assembly, description, image).build(trunk, features);
      case LARGE_FOV, ASPP -> new SingleHead(assembly, description, image).build(trunk, features);
      case SEGNET, DECONVNET ->
          new MirroredDecoder(assembly, description, image).build(trunk, features);
      case PLAIN, FULLY_CONVOLUTIONAL, CONTEXT ->
          new FcnHead(assembly, description, image).build(trunk, features);
    };
  }

  static Trunk trunk(ArchitectureDescription description) {
    String id = description.trunk().id();
    return Trunks.byId(id).orElseThrow(() -> new IllegalArgumentException("trunk: " + id));
  }

  /** Gives these parameters the values that a new network has. */
  public void initialise(Collection<String> names, long seed) {
    InitialWeights.fill(parameters().stream().filter(p -> names.contains(p.name())).toList(), seed);
  }

  private static List<NamedParameter> collect(KernelGraph graph, FlatParameters flat) {
    List<NamedParameter> found = new ArrayList<>();
    long offset = 0;
    for (int index : graph.topologicalSortOrder()) {
      GraphVertex vertex = graph.getVertices()[index];
      for (Map.Entry<String, INDArray> e : vertex.paramTable(false).entrySet()) {
        List<Long> shape = java.util.Arrays.stream(e.getValue().shape()).boxed().toList();
        String name = vertex.getVertexName() + "." + e.getKey();
        found.add(new NamedParameter(name, shape, flat, offset));
        offset += e.getValue().length();
      }
    }
    return found;
  }

  public ArchitectureDescription description() {
    return description;
  }

  /** Every parameter, in the order in which they lie in memory. */
  public List<NamedParameter> parameters() {
    return List.copyOf(parameters.values());
  }

  public Optional<NamedParameter> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** All parameters as one row. */
  public FlatParameters flatParameters() {
    return flat;
  }

  /** A new row of zeros beside the parameters, which the caller closes. */
  public FlatParameters newRow() {
    return new FlatParameters(
        Nd4j.createUninitializedDetached(DataType.FLOAT, flat.count()).assign(0));
  }

  /**
   * From now on only these variants have a loss, and only these parameters learn; what that makes
   * needless is not computed, and its gradients are left as they are.
   */
  public void learn(Set<Variant> learning, Predicate<NamedParameter> learns) {
    Set<String> outputs = new HashSet<>();
    learning.forEach(variant -> outputs.add(outputName(variant)));
    if (hasAuxiliary() && !learning.isEmpty()) {
      outputs.add(AUXILIARY);
    }
    Set<String> vertices = new HashSet<>();
    parameters().stream().filter(learns).forEach(p -> vertices.add(p.owner()));
    graph.learn(outputs, vertices::contains);
  }

  /** Whether passes in training have one more output behind those of the variants. */
  public boolean hasAuxiliary() {
    return description.head().kind() == Head.CONVOLVED_AUXILIARY;
  }

  /** Whether a pass computes the gradient of that parameter. */
  public boolean learns(NamedParameter parameter) {
    return graph.learns(parameter.owner());
  }

  /** Says what passes in training draw at random from now on. */
  public void setNoise(Noise noise) {
    graph.setNoise(noise);
  }

  /**
   * One pass forward and one back. The caller turns the scores of each variant, coarse to fine, and
   * those of the auxiliary head if there is one, into their gradients; the gradients of all
   * parameters are the result, overwritten by the next pass.
   */
  public FlatParameters backpropagate(INDArray image, KernelGraph.OutputGradients loss) {
    graph.backpropagate(image, loss);
    return new FlatParameters(graph.getFlattenedGradients());
  }

  /** The scores of each variant at the image's size, coarse to fine; the caller closes them. */
  public List<INDArray> scores(INDArray image) {
    return graph.activations(image, variants().stream().map(FcnNetwork::outputName).toList());
  }

  /**
   * The scores at the image's size and the coarse maps that they were enlarged from, in one pass:
   * first all of the former, then all of the latter, coarse to fine; last, what the trunk sees in
   * the image. The caller closes them.
   */
  public List<INDArray> scoresAndGrids(INDArray image) {
    List<String> names = new ArrayList<>();
    variants().forEach(v -> names.add(outputName(v)));
    scoreMaps().stream()
        .filter(map -> description.variants().contains(map.variant()))
        .forEach(map -> names.add(map.scores()));
    names.add(scoring.features().name());
    return graph.activations(image, names);
  }

  /** Every coarse map of scores, coarse to fine, those too that are no output of their own. */
  public List<ScoreMap> scoreMaps() {
    return scoring.maps();
  }

  /** What each cell of the features looks at that {@link #scoresAndGrids} gives. */
  public ReceptiveField featureField() {
    return scoring.features().field();
  }

  /** How many pixels across all that a score hangs on. */
  public int sees() {
    return scoring.sees();
  }

  /** The step that another one gets its first input from. */
  public String inputOf(String step) {
    List<String> inputs = graph.getConfiguration().getVertexInputs().get(step);
    if (inputs == null) {
      throw new IllegalArgumentException("no step " + step);
    }
    return inputs.get(0);
  }

  /** The variants that it computes, coarse to fine: the order of every list of scores. */
  public List<Variant> variants() {
    return description.variants().stream().sorted(Comparator.naturalOrder()).toList();
  }

  /** The graph itself, for those who train it or run it. */
  public KernelGraph graph() {
    return graph;
  }

  static String outputName(Variant variant) {
    return "fcn" + variant.label();
  }

  /** Gives its memory back; nothing of it may be used after that. */
  @Override
  public void close() {
    graph.close();
  }
}
