package org.maskwright.network.weights.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.WeightsProblem;

/** The JSON at the beginning of a file: what it says about itself, and where the arrays lie. */
final class Header {

  static final String METADATA = "__metadata__";

  private static final int MAX_TENSORS = 20_000;
  private static final int MAX_NAME = 500;
  private static final int MAX_METADATA = 4 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(4)
                          .maxNameLength(MAX_NAME)
                          .maxNumberLength(20)
                          .maxStringLength(MAX_METADATA)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String file;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final List<HeaderEntry> entries = new ArrayList<>();

  private Header(String file) {
    this.file = file;
  }

  /** Reads and checks it against the size of the data that follows. */
  static Header parse(String file, byte[] json, long dataSize) throws IOException {
    Header header = new Header(file);
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new DataException(header.damaged("its header is no valid JSON").problem(), e);
    }
    header.readRoot(root);
    header.checkPlaces(dataSize);
    return header;
  }

  Map<String, String> metadata() {
    return metadata;
  }

  /** In the order of the data. */
  List<HeaderEntry> entries() {
    return entries;
  }

  private void readRoot(JsonNode root) throws IOException {
    if (!root.isObject()) {
      throw damaged("its header is no JSON object");
    }
    if (root.size() > MAX_TENSORS) {
      throw DataException.of(
          WeightsProblem.OVER_LIMIT, file, "it lists " + root.size() + " arrays");
    }
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals(METADATA)) {
        readMetadata(field.getValue());
      } else {
        entries.add(readEntry(field.getKey(), field.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(HeaderEntry::begin).thenComparing(HeaderEntry::end));
  }

  private void readMetadata(JsonNode node) throws IOException {
    if (!node.isObject()) {
      throw damaged("its metadata is no JSON object");
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getValue().isTextual()) {
        throw damaged("its metadata \"" + field.getKey() + "\" is no text");
      }
      metadata.put(field.getKey(), field.getValue().textValue());
    }
  }

  private HeaderEntry readEntry(String name, JsonNode node) throws IOException {
    List<Long> sizes = longs(name, node.path("shape"));
    List<Long> offsets = longs(name, node.path("data_offsets"));
    Shape shape = new Shape(sizes);
    if (!shape.isReasonable()) {
      throw DataException.of(
          WeightsProblem.OVER_LIMIT, file, "\"" + name + "\" has the shape " + shape);
    }
    if (offsets.size() != 2) {
      throw damaged("\"" + name + "\" has no beginning and end");
    }
    HeaderEntry entry =
        new HeaderEntry(name, type(name, node), shape, offsets.get(0), offsets.get(1));
    if (!entry.fillsItsPlace()) {
      throw damaged("\"" + name + "\" does not fill its place");
    }
    return entry;
  }

  private TensorType type(String name, JsonNode node) throws IOException {
    String dtype = node.path("dtype").asText("").toUpperCase(Locale.ROOT);
    for (TensorType type : TensorType.values()) {
      if (type.name().equals(dtype)) {
        return type;
      }
    }
    throw damaged("\"" + name + "\" has the unknown type \"" + dtype + "\"");
  }

  private List<Long> longs(String name, JsonNode node) throws IOException {
    if (!node.isArray() || node.size() > Shape.MAX_AXES) {
      throw damaged("\"" + name + "\" is not described by a short list of numbers");
    }
    List<Long> values = new ArrayList<>();
    for (JsonNode value : node) {
      if (!value.isIntegralNumber() || !value.canConvertToLong()) {
        throw damaged("\"" + name + "\" is described by something that is no whole number");
      }
      values.add(value.longValue());
    }
    return values;
  }

  /** The arrays must follow each other without overlap or gap, from the first byte to the last. */
  private void checkPlaces(long dataSize) throws IOException {
    long end = 0;
    for (HeaderEntry entry : entries) {
      if (entry.begin() != end) {
        throw damaged("\"" + entry.name() + "\" overlaps another array or leaves a gap");
      }
      end = entry.end();
    }
    if (end > dataSize) {
      throw DataException.of(WeightsProblem.TRUNCATED, file, dataSize);
    }
    if (end < dataSize) {
      throw damaged("there are " + (dataSize - end) + " bytes behind its last array");
    }
  }

  private DataException damaged(String why) {
    return DataException.of(WeightsProblem.DAMAGED, file, why);
  }
}
