package org.maskwright.network.architecture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.maskwright.data.problem.DataException;

/**
 * Descriptions as JSON, field by field: nothing in a file can name a class, and what is unknown,
 * missing or out of range is refused.
 */
public final class ArchitectureJson {

  private static final int MAX_BYTES = 1 << 16;
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(4)
                      .maxStringLength(200)
                      .maxNumberLength(20)
                      .build())
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build());

  /** Where a trunk ends that is dilated and says no more. */
  private static final int DILATED_STRIDE = 16;

  private static final Set<String> FIELDS =
      Set.of(
          "trunk",
          "widths",
          "head",
          "headChannels",
          "dilated",
          "variants",
          "classes",
          "geometry",
          "finalUpsampling",
          "batchNorm",
          "stride",
          "fusion",
          "upsampling",
          "rates");

  private ArchitectureJson() {}

  /** The same description always gives the same bytes. */
  public static byte[] write(ArchitectureDescription description) {
    TrunkShape trunk = description.trunk();
    HeadShape head = description.head();
    ObjectNode json = MAPPER.createObjectNode();
    json.put("trunk", trunk.id());
    ArrayNode widths = json.putArray("widths");
    trunk.widths().forEach(widths::add);
    json.put("head", word(head.kind()));
    json.put("headChannels", head.channels());
    json.put("dilated", trunk.isDilated());
    ArrayNode variants = json.putArray("variants");
    head.variants().forEach(v -> variants.add(word(v)));
    json.put("classes", description.classes());
    json.put("geometry", word(description.geometry()));
    json.put("finalUpsampling", word(head.finalUpsampling()));
    // Left out where it is as ever, so that older programs read such files.
    putUnusual(json, "batchNorm", trunk.batchNorm(), BatchNorm.FOLDED);
    putUnusual(json, "fusion", head.fusion(), Fusion.SUM);
    putUnusual(json, "upsampling", head.upsampling(), head.kind().usualUpsampling());
    if (!head.rates().isEmpty()) {
      ArrayNode rates = json.putArray("rates");
      head.rates().forEach(rates::add);
    }
    if (trunk.stride() < DILATED_STRIDE) {
      json.put("stride", trunk.stride());
    }
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    } catch (IOException e) {
      throw new IllegalStateException("a description is always JSON", e);
    }
  }

  /**
   * Reads a description.
   *
   * @param file the name to complain about
   */
  public static ArchitectureDescription read(byte[] json, String file) throws DataException {
    return new Reader(file, parse(json, file)).description();
  }

  private static JsonNode parse(byte[] json, String file) throws DataException {
    if (json.length > MAX_BYTES) {
      throw DataException.of(ArchitectureProblem.UNREADABLE, file, "it is too long");
    }
    try (JsonParser parser = MAPPER.createParser(json)) {
      JsonNode root = MAPPER.readTree(parser);
      if (root == null || !root.isObject() || parser.nextToken() != null) {
        throw DataException.of(ArchitectureProblem.UNREADABLE, file, "it is no single object");
      }
      return root;
    } catch (DataException e) {
      throw e;
    } catch (IOException e) {
      throw DataException.of(ArchitectureProblem.UNREADABLE, file, e.getClass().getSimpleName());
    }
  }

  private static <E extends Enum<E>> void putUnusual(
      ObjectNode json, String name, E value, E usual) {
    if (value != usual) {
      json.put(name, word(value));
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** One file while it is read, so that complaints can name it. */
  private record Reader(String file, JsonNode root) {

    ArchitectureDescription description() throws DataException {
      Set<String> unknown = new TreeSet<>();
      root.fieldNames().forEachRemaining(unknown::add);
      unknown.removeAll(FIELDS);
      if (!unknown.isEmpty()) {
        throw DataException.of(ArchitectureProblem.FIELD_UNKNOWN, file, unknown.iterator().next());
      }
      try {
        ArchitectureDescription read =
            new ArchitectureDescription(
                trunk(), head(), number("classes"), constant("geometry", Geometry.class));
        Buildable.check(read, file);
        return read;
      } catch (IllegalArgumentException e) {
        throw DataException.of(
            ArchitectureProblem.VALUE_BAD, file, "architecture", String.valueOf(e.getMessage()));
      }
    }

    private TrunkShape trunk() throws DataException {
      int usual = flag("dilated") ? DILATED_STRIDE : TrunkShape.USUAL_STRIDE;
      int stride = root.has("stride") ? number("stride") : usual;
      if (stride > usual || (stride < usual && usual == TrunkShape.USUAL_STRIDE)) {
        throw bad("stride", field("stride"));
      }
      return new TrunkShape(
          text("trunk"), numbers("widths"), stride, constantOr("batchNorm", BatchNorm.FOLDED));
    }

    private HeadShape head() throws DataException {
      Head kind = constant("head", Head.class);
      return new HeadShape(
          kind,
          number("headChannels"),
          variants(),
          constantOr("fusion", Fusion.SUM),
          constantOr("upsampling", kind.usualUpsampling()),
          constant("finalUpsampling", FinalUpsampling.class),
          root.has("rates") ? numbers("rates") : List.of());
    }

    private JsonNode field(String name) throws DataException {
      JsonNode node = root.get(name);
      if (node == null || node.isNull()) {
        throw DataException.of(ArchitectureProblem.FIELD_MISSING, file, name);
      }
      return node;
    }

    private DataException bad(String name, JsonNode value) {
      return DataException.of(ArchitectureProblem.VALUE_BAD, file, name, value.toString());
    }

    private String text(String name) throws DataException {
      JsonNode node = field(name);
      if (!node.isTextual()) {
        throw bad(name, node);
      }
      return node.textValue();
    }

    private int number(String name) throws DataException {
      return number(name, field(name));
    }

    private int number(String name, JsonNode node) throws DataException {
      if (!node.isInt()) {
        throw bad(name, node);
      }
      return node.intValue();
    }

    private boolean flag(String name) throws DataException {
      JsonNode node = field(name);
      if (!node.isBoolean()) {
        throw bad(name, node);
      }
      return node.booleanValue();
    }

    private List<Integer> numbers(String name) throws DataException {
      JsonNode node = field(name);
      if (!node.isArray() || node.size() > 64) {
        throw bad(name, node);
      }
      List<Integer> numbers = new ArrayList<>();
      for (JsonNode number : node) {
        numbers.add(number(name, number));
      }
      return numbers;
    }

    private Set<Variant> variants() throws DataException {
      JsonNode node = field("variants");
      Set<Variant> variants = EnumSet.noneOf(Variant.class);
      for (JsonNode variant : node) {
        variants.add(constant("variants", variant, Variant.class));
      }
      if (!node.isArray() || variants.isEmpty() || variants.size() != node.size()) {
        throw bad("variants", node);
      }
      return variants;
    }

    private <E extends Enum<E>> E constantOr(String name, E usual) throws DataException {
      return root.has(name) ? constant(name, usual.getDeclaringClass()) : usual;
    }

    private <E extends Enum<E>> E constant(String name, Class<E> type) throws DataException {
      return constant(name, field(name), type);
    }

    private <E extends Enum<E>> E constant(String name, JsonNode node, Class<E> type)
        throws DataException {
      return Arrays.stream(type.getEnumConstants())
          .filter(c -> word(c).equals(node.textValue()))
          .findFirst()
          .orElseThrow(() -> bad(name, node));
    }
  }
}
