package org.maskwright.data.format.coco;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.json.JsonText;
import org.maskwright.data.label.LabelScheme;

/**
 * Writes one file of COCO piece by piece. Objects go out as they come, because there can be more of
 * them than fit into memory; the list of images follows them.
 */
final class CocoFileWriter {

  private static final int MAX_PENDING = 1 << 20;

  private final Path path;
  private final List<String> images = new ArrayList<>();
  private final StringBuilder pending = new StringBuilder();
  private long objects;

  private CocoFileWriter(Path path) {
    this.path = path;
  }

  static CocoFileWriter begin(Path path, ExportClasses classes) throws IOException {
    String categories =
        JsonText.of(
            json -> {
              json.writeStartArray();
              for (ExportClasses.Entry entry : classes.entries()) {
                if (entry.index() != LabelScheme.BACKGROUND) {
                  json.writeStartObject();
                  json.writeNumberField("id", entry.id());
                  json.writeStringField("name", entry.name());
                  json.writeStringField("supercategory", "");
                  json.writeEndObject();
                }
              }
              json.writeEndArray();
            });
    Files.writeString(path, "{\"categories\":" + categories + ",\n\"annotations\":[");
    return new CocoFileWriter(path);
  }

  /** Lists an image and gives the number that its objects refer to. */
  long addImage(String name, int width, int height) throws IOException {
    long id = images.size() + 1L;
    images.add(
        JsonText.of(
            json -> {
              json.writeStartObject();
              json.writeNumberField("id", id);
              json.writeStringField("file_name", name);
              json.writeNumberField("width", width);
              json.writeNumberField("height", height);
              json.writeEndObject();
            }));
    return id;
  }

  /** Adds an object: these fields after its number. */
  void addObject(JsonText.Content fields) throws IOException {
    String object =
        JsonText.of(
            (JsonGenerator json) -> {
              json.writeStartObject();
              json.writeNumberField("id", objects + 1);
              fields.writeTo(json);
              json.writeEndObject();
            });
    pending.append(objects == 0 ? "\n" : ",\n").append(object);
    objects++;
    if (pending.length() > MAX_PENDING) {
      flush();
    }
  }

  void finish() throws IOException {
    pending.append("],\n\"images\":[\n").append(String.join(",\n", images)).append("]}\n");
    flush();
  }

  private void flush() throws IOException {
    try (Writer writer = Files.newBufferedWriter(path, StandardOpenOption.APPEND)) {
      writer.append(pending);
    }
    pending.setLength(0);
  }
}
