package org.maskwright.network.weights.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.network.architecture.ArchitectureJson;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.weights.WeightsProblem;

/**
 * A model's description as JSON. Plain records of numbers, words and lists: no class is ever named
 * in it, and what is not expected is refused.
 */
public final class DescriptionJson {

  static final int FORMAT = 1;

  private static final String REFINEMENT = "refinement";

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(8)
                          .maxNumberLength(40)
                          .maxStringLength(100_000)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS, MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private DescriptionJson() {}

  static String write(ModelDescription description) throws IOException {
    return JSON.writeValueAsString(tree(description));
  }

  /** The description as it stands in a model's file. */
  public static ObjectNode tree(ModelDescription description) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.set("architecture", JSON.readTree(ArchitectureJson.write(description.architecture())));
    root.set("preprocessing", JSON.valueToTree(description.preprocessing()));
    root.put("workingScale", description.workingScale().factor());
    if (description.workingScale().side() > 0) {
      root.put("workingSide", description.workingScale().side());
    }
    root.set("labels", JSON.valueToTree(description.labels().classes()));
    root.set("card", JSON.valueToTree(description.card()));
    // Only where it is known, so that nothing changes in the files of all others.
    description.refinement().ifPresent(r -> root.set(REFINEMENT, JSON.valueToTree(r)));
    return root;
  }

  static ModelDescription read(String file, @Nullable String json) throws IOException {
    if (json == null) {
      throw DataException.of(
          WeightsProblem.NOT_A_MODEL, file, "it holds weights, but not what they belong to");
    }
    try {
      return read(file, JSON.readTree(json));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      String why = "its description cannot be read (" + firstLine(e) + ")";
      throw new DataException(Problem.of(WeightsProblem.NOT_A_MODEL, file, why), e);
    }
  }

  private static ModelDescription read(String file, JsonNode root) throws IOException {
    int format = root.path("format").asInt(0);
    if (format > FORMAT) {
      throw DataException.of(WeightsProblem.NEWER, file, format, FORMAT);
    }
    if (format < 1) {
      throw new IllegalArgumentException("it has no format number");
    }
    return new ModelDescription(
        ArchitectureJson.read(JSON.writeValueAsBytes(root.path("architecture")), file),
        value(root, "preprocessing", Preprocessing.class),
        workingScale(root),
        labels(root),
        value(root, "card", ModelCard.class),
        refinement(root));
  }

  private static Optional<CrfSettings> refinement(JsonNode root) throws IOException {
    if (!root.has(REFINEMENT)) {
      return Optional.empty();
    }
    CrfSettings settings = value(root, REFINEMENT, CrfSettings.class);
    if (!settings.isSound()) {
      throw new IllegalArgumentException("no dense CRF has the settings " + settings);
    }
    return Optional.of(settings);
  }

  /** Models from before there was a side have none: they see images as large as they are. */
  private static WorkingScale workingScale(JsonNode root) throws IOException {
    int side = root.has("workingSide") ? value(root, "workingSide", Integer.class) : 0;
    return new WorkingScale(value(root, "workingScale", Double.class), side);
  }

  private static <T> T value(JsonNode root, String name, Class<T> type) throws IOException {
    T value = JSON.treeToValue(root.path(name), type);
    if (value == null) {
      throw new IllegalArgumentException("it has no \"" + name + "\"");
    }
    return value;
  }

  private static LabelScheme labels(JsonNode root) throws IOException {
    List<LabelClass> classes = new ArrayList<>();
    for (JsonNode node : root.path("labels")) {
      classes.add(Objects.requireNonNull(JSON.treeToValue(node, LabelClass.class), "labels"));
    }
    return LabelScheme.of(classes);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
