package org.maskwright.data.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.maskwright.data.edit.SaveStamp;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.problem.DataException;

/** Writes the record of an image to its state file, and reads it as hostile. */
final class ImageRecordJson {

  static final long MAX_BYTES = 1 << 20;

  private static final int SCHEMA = 1;
  private static final int MAX_NAME = 5000;
  private static final int MAX_CODES = 255;

  private ImageRecordJson() {}

  static byte[] write(ImageRecord image) throws IOException {
    ObjectNode json = JsonFile.newObject();
    json.put("schema", SCHEMA);
    json.put("image", image.image().toString());
    json.put("state", image.state().id());
    json.put("author", image.author());
    json.put("changed", image.changed().toString());
    image.note().ifPresent(note -> writeNote(json.putObject("note"), note));
    if (image.stamp().isPresent()) {
      MaskStamp stamp = image.stamp().get();
      ObjectNode mask = json.putObject("mask");
      mask.put("width", stamp.width())
          .put("height", stamp.height())
          .put("labels", stamp.labels())
          .put("provenance", stamp.provenance());
      stamp.journal().ifPresent(journal -> mask.put("journal", journal.toString()));
      ArrayNode codes = json.putArray("provenances");
      for (Provenance meaning : image.provenances()) {
        codes.addObject().put("kind", meaning.kind().id()).put("detail", meaning.detail());
      }
    }
    return JsonFile.bytes(json);
  }

  private static void writeNote(ObjectNode json, Note note) {
    json.put("x", note.x())
        .put("y", note.y())
        .put("text", note.text())
        .put("author", note.author())
        .put("written", note.written().toString());
  }

  static ImageRecord read(byte[] content, String name) throws IOException {
    JsonObject json = JsonFile.parse(content, name);
    SchemaVersion.check(json, SCHEMA);
    boolean hasMask = json.has("mask");
    return new ImageRecord(
        ImageId.parse(json.text("image", MAX_NAME)),
        ImageState.byId(json.text("state", MAX_NAME))
            .orElseThrow(() -> json.unexpected("state", "a state")),
        json.has("note") ? Optional.of(readNote(json.object("note"))) : Optional.empty(),
        json.text("author", MAX_NAME),
        instant(json, "changed"),
        hasMask ? readCodes(json) : List.of(),
        hasMask ? Optional.of(readStamp(json.object("mask"))) : Optional.empty());
  }

  private static Note readNote(JsonObject json) throws DataException {
    return new Note(
        (int) json.integer("x", 0, Integer.MAX_VALUE),
        (int) json.integer("y", 0, Integer.MAX_VALUE),
        json.text("text", Note.MAX_TEXT),
        json.text("author", MAX_NAME),
        instant(json, "written"));
  }

  private static MaskStamp readStamp(JsonObject json) throws DataException {
    long width = json.integer("width", 1, Integer.MAX_VALUE);
    long height = json.integer("height", 1, Integer.MAX_VALUE);
    if (width * height > LabelMask.MAX_PIXELS) {
      throw json.unexpected("height", "the height of a mask of this width");
    }
    return new MaskStamp(
        (int) width,
        (int) height,
        json.text("labels", 64),
        json.text("provenance", 64),
        json.has("journal")
            ? Optional.of(SaveStamp.parse(json.text("journal", MAX_NAME)))
            : Optional.empty());
  }

  private static List<Provenance> readCodes(JsonObject json) throws DataException {
    List<Provenance> codes = new ArrayList<>();
    for (JsonObject code : json.objects("provenances", MAX_CODES)) {
      String id = code.text("kind", MAX_NAME);
      Provenance.Kind kind =
          Stream.of(Provenance.Kind.values())
              .filter(k -> k.id().equals(id) && k != Provenance.Kind.NONE)
              .findFirst()
              .orElseThrow(() -> code.unexpected("kind", "a kind of provenance"));
      codes.add(new Provenance(kind, code.text("detail", MAX_NAME)));
    }
    return codes;
  }

  private static Instant instant(JsonObject json, String key) throws DataException {
    try {
      return Instant.parse(json.text(key, MAX_NAME));
    } catch (DateTimeException e) {
      throw json.unexpected(key, "a time such as 2026-01-31T12:00:00Z");
    }
  }
}
