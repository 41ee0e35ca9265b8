package org.maskwright.data.promotion;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.SchemaVersion;
import org.maskwright.data.promotion.Decision.Kind;
import org.maskwright.data.promotion.Decision.Means;

/** Decisions as a file; read as hostile. */
final class DecisionJson {

  private static final int SCHEMA = 1;
  private static final int MAX_DECISIONS = 10_000;
  private static final int MAX_TEXT = 1000;
  private static final int MAX_VARIANTS = 8;

  private DecisionJson() {}

  static ObjectNode write(List<Decision> decisions) {
    ObjectNode json = JsonFile.newObject();
    json.put("schema", SCHEMA);
    ArrayNode list = json.putArray("decisions");
    for (Decision decision : decisions) {
      ObjectNode node = list.addObject();
      node.put("decision", decision.kind().id());
      node.put("model", decision.model());
      node.put("name", decision.name());
      node.put("before", decision.before());
      node.put("when", decision.when().toString());
      node.put("author", decision.author());
      node.put("holdout", decision.holdout());
      node.put("splitRevision", decision.splitRevision());
      ArrayNode means = node.putArray("means");
      decision
          .means()
          .forEach(
              (variant, mean) ->
                  means
                      .addObject()
                      .put("variant", variant)
                      .put("before", mean.before())
                      .put("after", mean.after()));
    }
    return json;
  }

  static List<Decision> read(JsonObject json) throws DataException {
    SchemaVersion.check(json, SCHEMA);
    List<Decision> decisions = new ArrayList<>();
    for (JsonObject each : json.objects("decisions", MAX_DECISIONS)) {
      decisions.add(decision(each));
    }
    return decisions;
  }

  private static Decision decision(JsonObject json) throws DataException {
    Kind kind =
        Kind.byId(json.text("decision", MAX_TEXT))
            .orElseThrow(() -> json.unexpected("decision", "promoted, rejected or rolled-back"));
    Map<String, Means> means = new TreeMap<>();
    for (JsonObject mean : json.objects("means", MAX_VARIANTS)) {
      means.put(
          mean.text("variant", MAX_TEXT), new Means(mean.number("before"), mean.number("after")));
    }
    return new Decision(
        kind,
        hash(json, "model"),
        json.text("name", MAX_TEXT),
        hash(json, "before"),
        when(json),
        json.text("author", MAX_TEXT),
        json.text("holdout", MAX_TEXT),
        (int) json.integer("splitRevision", 0, Integer.MAX_VALUE),
        means);
  }

  private static String hash(JsonObject json, String key) throws DataException {
    String hash = json.text(key, MAX_TEXT);
    if (!Sha256.isName(hash)) {
      throw json.unexpected(key, "the hash of a model");
    }
    return hash;
  }

  private static Instant when(JsonObject json) throws DataException {
    try {
      return Instant.parse(json.text("when", MAX_TEXT));
    } catch (DateTimeException e) {
      throw json.unexpected("when", "a time");
    }
  }
}
