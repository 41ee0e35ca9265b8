package org.maskwright.network.weights.dl4j;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.WeightsProblem;

/**
 * Which layers a graph has, from first to last, as far as it is a chain. The JSON is looked at as a
 * tree; what it names as classes are mere words here.
 */
final class GraphJson {

  private static final int MAX_LAYERS = 1000;
  private static final int MAX_NAME = 500;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(40)
                          .maxNameLength(MAX_NAME)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private final String file;
  private final JsonNode root;

  /** What prepares the input of the next layer, where that is a vertex of its own. */
  private JsonNode flattening = MissingNode.getInstance();

  private GraphJson(String file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  /** A thing and what kind it is: by a class in it, or since long ago by a name around it. */
  private record Kind(String name, JsonNode fields) {

    static Kind of(JsonNode node) {
      String type = node.path("@class").asText("");
      if (!type.isEmpty()) {
        return new Kind(type.substring(type.lastIndexOf('.') + 1), node);
      }
      if (node.isObject() && node.size() == 1) {
        Map.Entry<String, JsonNode> only = node.properties().iterator().next();
        return new Kind(only.getKey(), only.getValue());
      }
      return new Kind("", node);
    }
  }

  /** The layers that have parameters, in their order. */
  static List<Layer> layers(String file, byte[] json) throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new DataException(damaged(file, "its configuration is no valid JSON").problem(), e);
    }
    GraphJson graph = new GraphJson(file, root);
    List<Layer> layers = new ArrayList<>();
    for (String name : graph.chain()) {
      graph.vertex(name).ifPresent(layers::add);
    }
    if (layers.isEmpty()) {
      throw damaged(file, "its configuration has no layers with parameters");
    }
    return layers;
  }

  /** The names of all vertices, each after the one that it reads. */
  private List<String> chain() throws DataException {
    JsonNode inputs = root.path("networkInputs");
    JsonNode reads = root.path("vertexInputs");
    if (inputs.size() != 1 || !reads.isObject() || reads.size() > MAX_LAYERS) {
      throw unknown("is no graph of up to " + MAX_LAYERS + " layers with one input");
    }
    Map<String, String> next = new HashMap<>();
    for (Map.Entry<String, JsonNode> vertex : reads.properties()) {
      JsonNode from = vertex.getValue();
      if (from.size() != 1 || next.put(from.path(0).asText(), vertex.getKey()) != null) {
        throw unknown("does not lead from layer to layer (\"" + vertex.getKey() + "\")");
      }
    }
    List<String> chain = new ArrayList<>();
    String at = next.remove(inputs.path(0).asText());
    while (at != null) {
      chain.add(at);
      at = next.remove(at);
    }
    if (!next.isEmpty()) {
      throw unknown("has layers that nothing leads to");
    }
    return chain;
  }

  private Optional<Layer> vertex(String name) throws DataException {
    Kind vertex = Kind.of(root.path("vertices").path(name));
    if (vertex.name().equals("PreprocessorVertex")) {
      flattening = vertex.fields().path("preProcessor");
      return Optional.empty();
    }
    JsonNode own = vertex.fields().path("preProcessor");
    JsonNode before = own.isObject() ? own : flattening;
    flattening = MissingNode.getInstance();
    return layer(name, Kind.of(vertex.fields().path("layerConf").path("layer")), before);
  }

  private Optional<Layer> layer(String name, Kind layer, JsonNode before) throws DataException {
    return switch (layer.name()) {
      case "ConvolutionLayer", "convolution" -> Optional.of(convolution(name, layer.fields()));
      case "DenseLayer", "dense", "OutputLayer", "output" ->
          Optional.of(dense(name, layer.fields(), before));
      case "SubsamplingLayer", "subsampling", "ActivationLayer", "activation" -> Optional.empty();
      case "DropoutLayer", "dropout", "ZeroPaddingLayer", "zeroPadding" -> Optional.empty();
      case "LossLayer", "loss" -> Optional.empty();
      default -> throw unknown("has a layer \"" + name + "\" of kind \"" + layer.name() + "\"");
    };
  }

  private Layer convolution(String name, JsonNode fields) throws DataException {
    JsonNode kernel = fields.path("kernelSize");
    if (kernel.size() != 2 || !fields.path("cnn2dDataFormat").asText("NCHW").equals("NCHW")) {
      throw unknown("has a convolution \"" + name + "\" of another kind");
    }
    Shape weight =
        shape(name, fields.path("nout"), fields.path("nin"), kernel.path(0), kernel.path(1));
    return new Layer(name, weight, fields.path("hasBias").asBoolean(true), true, Optional.empty());
  }

  private Layer dense(String name, JsonNode fields, JsonNode before) throws DataException {
    boolean bias = fields.path("hasBias").asBoolean(true);
    if (fields.path("hasLayerNorm").asBoolean(false)) {
      throw unknown("has a normalised layer \"" + name + "\"");
    }
    if (!before.isObject()) {
      Shape plain = shape(name, fields.path("nout"), fields.path("nin"));
      return new Layer(name, plain, bias, false, Optional.empty());
    }
    Kind kind = Kind.of(before);
    JsonNode cells = kind.fields();
    JsonNode channels = cells.path("numChannels");
    JsonNode height = cells.path("inputHeight");
    JsonNode width = cells.path("inputWidth");
    boolean ofKeras = kind.name().equals("TensorFlowCnnToFeedForwardPreProcessor");
    boolean own = kind.name().matches("CnnToFeedForwardPreProcessor|cnnToFeedForward");
    if (!ofKeras && !own || !cells.path("format").asText("NCHW").equals("NCHW")) {
      throw unknown("flattens a map in a way of its own before \"" + name + "\"");
    }
    JsonNode outputs = fields.path("nout");
    Shape weight =
        ofKeras
            ? shape(name, outputs, height, width, channels)
            : shape(name, outputs, channels, height, width);
    if (weight.row() != fields.path("nin").asLong()) {
      throw damaged(file, "\"" + name + "\" does not read the map before it");
    }
    Optional<int[]> permutation = ofKeras ? Optional.of(new int[] {0, 3, 1, 2}) : Optional.empty();
    return new Layer(name, weight, bias, false, permutation);
  }

  private Shape shape(String name, JsonNode... sizes) throws DataException {
    List<Long> values = new ArrayList<>();
    for (JsonNode size : sizes) {
      if (!size.isIntegralNumber() || !size.canConvertToLong() || size.asLong() < 1) {
        throw damaged(file, "\"" + name + "\" has a size of " + size);
      }
      values.add(size.asLong());
    }
    Shape shape = new Shape(values);
    if (!shape.isReasonable()) {
      throw DataException.of(
          WeightsProblem.OVER_LIMIT, file, "\"" + name + "\" has the shape " + shape);
    }
    return shape;
  }

  private DataException unknown(String why) {
    return DataException.of(WeightsProblem.OTHER_GRAPH, file, why);
  }

  private static DataException damaged(String file, String why) {
    return DataException.of(WeightsProblem.DAMAGED, file, why);
  }
}
