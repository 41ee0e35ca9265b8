package org.maskwright.data.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.SchemaVersion;

/** Writes evidence, and reads it as hostile. */
final class EvidenceJson {

  static final int SCHEMA = 1;

  private static final long MAX_BYTES = 1L << 30;
  private static final int MAX_IMAGES = 10_000_000;
  private static final int MAX_TEXT = 5000;
  private static final double LARGEST = 1e6;

  private EvidenceJson() {}

  static void write(ObjectNode json, ImageId image, EvidenceBook.Note note) {
    Evidence evidence = note.evidence();
    json.put("image", image.toString()).put("size", note.size()).put("modified", note.modified());
    json.put("model", evidence.model());
    json.put("disputed", evidence.disputed()).put("unsure", evidence.unsure());
    json.put("look", evidence.look());
    ArrayNode shares = json.putArray("shares");
    evidence.shares().forEach(shares::add);
    ArrayNode disputes = json.putArray("disputes");
    evidence.disputes().forEach(disputes::add);
  }

  /** What a file says, if there is one. */
  static Map<ImageId, EvidenceBook.Note> read(Disk disk, Path file) throws IOException {
    if (!disk.exists(file)) {
      return Map.of();
    }
    JsonObject json = JsonFile.read(disk, file, MAX_BYTES);
    SchemaVersion.check(json, SCHEMA);
    Map<ImageId, EvidenceBook.Note> notes = new HashMap<>();
    for (JsonObject each : json.objects("images", MAX_IMAGES)) {
      notes.put(ImageId.parse(each.text("image", MAX_TEXT)), note(each));
    }
    return notes;
  }

  private static EvidenceBook.Note note(JsonObject json) throws DataException {
    String model = json.text("model", MAX_TEXT);
    List<Double> shares = numbers(json, "shares");
    List<Double> disputes = numbers(json, "disputes");
    if (!Sha256.isName(model) || shares.size() != disputes.size()) {
      throw json.unexpected("model", "a model with as many disputes as shares");
    }
    return new EvidenceBook.Note(
        new Evidence(
            model,
            shares,
            disputes,
            json.number("disputed"),
            json.number("unsure"),
            json.integer("look", Long.MIN_VALUE, Long.MAX_VALUE)),
        json.integer("size", 0, Long.MAX_VALUE),
        json.integer("modified", Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static List<Double> numbers(JsonObject json, String key) throws DataException {
    JsonNode array = json.node().path(key);
    List<Double> numbers = new ArrayList<>();
    if (!array.isArray() || array.size() > LabelScheme.MAX_CLASSES) {
      throw json.unexpected(key, "a list of numbers");
    }
    for (JsonNode each : array) {
      if (!each.isNumber() || !(each.doubleValue() >= 0 && each.doubleValue() <= LARGEST)) {
        throw json.unexpected(key, "a list of numbers");
      }
      numbers.add(each.doubleValue());
    }
    return numbers;
  }
}
