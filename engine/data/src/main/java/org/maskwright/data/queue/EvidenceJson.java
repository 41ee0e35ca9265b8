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
import java.util.Optional;
import org.maskwright.data.io.Disk;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.SchemaVersion;
import org.maskwright.data.queue.Evidence.Dispute;

/** Writes evidence, and reads it as hostile. */
final class EvidenceJson {

  /** The first did not say which classes are disputed with each other. */
  static final int SCHEMA = 2;

  private static final long MAX_BYTES = 1L << 30;
  private static final int MAX_IMAGES = 10_000_000;
  private static final int MAX_TEXT = 5000;
  private static final double LARGEST = 1e6;

  private EvidenceJson() {}

  static void write(ObjectNode json, ImageId image, EvidenceBook.Note note) {
    Evidence evidence = note.evidence();
    json.put("image", image.toString()).put("size", note.size()).put("modified", note.modified());
    json.put("model", evidence.model()).put("variants", evidence.variants());
    json.put("unsure", evidence.unsure()).put("look", evidence.look());
    ArrayNode shares = json.putArray("shares");
    evidence.shares().forEach(shares::add);
    ArrayNode disputes = json.putArray("disputes");
    for (Dispute dispute : evidence.disputes()) {
      ArrayNode classes = disputes.addObject().put("share", dispute.share()).putArray("classes");
      dispute.classes().forEach(classes::add);
    }
  }

  /**
   * All that is kept.
   *
   * @param wanted the model by which the whole project is to be predicted
   */
  record Kept(Map<ImageId, EvidenceBook.Note> notes, Optional<String> wanted) {

    static final Kept NOTHING = new Kept(Map.of(), Optional.empty());
  }

  /** What a file says, if there is one. */
  static Kept read(Disk disk, Path file) throws IOException {
    if (!disk.exists(file)) {
      return Kept.NOTHING;
    }
    JsonObject json = JsonFile.read(disk, file, MAX_BYTES);
    if (SchemaVersion.check(json, SCHEMA) < SCHEMA) {
      // What is asked anew is on the disk mostly.
      return Kept.NOTHING;
    }
    Map<ImageId, EvidenceBook.Note> notes = new HashMap<>();
    for (JsonObject each : json.objects("images", MAX_IMAGES)) {
      notes.put(ImageId.parse(each.text("image", MAX_TEXT)), note(each));
    }
    return new Kept(notes, json.optionalText("wanted", MAX_TEXT).filter(Sha256::isName));
  }

  private static EvidenceBook.Note note(JsonObject json) throws DataException {
    String model = json.text("model", MAX_TEXT);
    List<Double> shares = numbers(json, "shares");
    int variants = (int) json.integer("variants", 1, LabelScheme.MAX_CLASSES);
    List<Dispute> disputes = new ArrayList<>();
    for (JsonObject each : json.objects("disputes", Evidence.MOST_DISPUTES)) {
      disputes.add(dispute(each, shares.size(), variants));
    }
    if (!Sha256.isName(model)) {
      throw json.unexpected("model", "a model");
    }
    return new EvidenceBook.Note(
        new Evidence(
            model,
            variants,
            shares,
            disputes,
            json.number("unsure"),
            json.integer("look", Long.MIN_VALUE, Long.MAX_VALUE)),
        json.integer("size", 0, Long.MAX_VALUE),
        json.integer("modified", Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static Dispute dispute(JsonObject json, int classes, int variants) throws DataException {
    List<Integer> said = new ArrayList<>();
    for (double each : numbers(json, "classes")) {
      if (each != Math.rint(each) || each >= classes || said.contains((int) each)) {
        throw json.unexpected("classes", "a list of classes");
      }
      said.add((int) each);
    }
    if (said.size() < 2 || said.size() > variants) {
      throw json.unexpected("classes", "a list of classes");
    }
    double share = json.number("share");
    if (!(share >= 0 && share <= 1)) {
      throw json.unexpected("share", "a number from 0 to 1");
    }
    return new Dispute(said, share);
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
