package org.maskwright.data.dataset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.SchemaVersion;

/** Writes a revision of a split, and reads it as hostile. */
final class SplitRevisionJson {

  static final long MAX_BYTES = 1L << 30;

  private static final int SCHEMA = 1;
  private static final int MAX_TEXT = 5000;
  private static final int MAX_IMAGES = 10_000_000;

  private SplitRevisionJson() {}

  static ObjectNode write(SplitRevision revision) {
    SplitRecipe recipe = revision.recipe();
    ObjectNode json = JsonFile.newObject();
    json.put("schema", SCHEMA);
    json.put("revision", revision.number());
    json.put("origin", id(revision.origin()));
    json.put("seed", recipe.seed());
    json.put("atLeast", recipe.atLeast());
    json.putObject("grouping")
        .put("rule", id(recipe.grouping().rule()))
        .put("pattern", recipe.grouping().pattern());
    json.putObject("shares")
        .put("train", recipe.shares().train())
        .put("val", recipe.shares().val())
        .put("test", recipe.shares().test())
        .put("holdout", recipe.shares().holdout());
    ArrayNode moved = json.putArray("moved");
    revision.moved().forEach(image -> moved.add(image.toString()));
    for (Split split : Split.values()) {
      ArrayNode images = json.putArray(split.id());
      revision.images().entrySet().stream()
          .filter(entry -> entry.getValue() == split)
          .forEach(entry -> images.add(entry.getKey().toString()));
    }
    return json;
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SplitRevision read(JsonObject json) throws DataException {
    SchemaVersion.check(json, SCHEMA);
    SortedMap<ImageId, Split> images = new TreeMap<>();
    for (Split split : Split.values()) {
      for (ImageId image : images(json, split.id())) {
        if (images.put(image, split) != null) {
          throw DataException.of(SplitProblem.TWICE, json.file(), image);
        }
      }
    }
    return new SplitRevision(
        (int) json.integer("revision", 1, Integer.MAX_VALUE),
        choice(json, "origin", SplitRevision.Origin.values()),
        readRecipe(json),
        images,
        images(json, "moved"));
  }

  private static SplitRecipe readRecipe(JsonObject json) throws DataException {
    JsonObject shares = json.object("shares");
    JsonObject grouping = json.object("grouping");
    return new SplitRecipe(
        SplitShares.of(
            shares.number("train"),
            shares.number("val"),
            shares.number("test"),
            shares.number("holdout")),
        Grouping.of(
            choice(grouping, "rule", Grouping.Rule.values()), grouping.text("pattern", MAX_TEXT)),
        json.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE),
        (int) json.integer("atLeast", 0, MAX_IMAGES));
  }

  private static <T extends Enum<T>> T choice(JsonObject json, String key, T[] values)
      throws DataException {
    String text = json.text(key, MAX_TEXT);
    for (T value : values) {
      if (id(value).equals(text)) {
        return value;
      }
    }
    throw json.unexpected(key, "one of the known choices");
  }

  private static List<ImageId> images(JsonObject json, String key) throws DataException {
    List<ImageId> images = new ArrayList<>();
    for (String text : json.texts(key, MAX_IMAGES, MAX_TEXT)) {
      images.add(ImageId.parse(text));
    }
    return images;
  }
}
