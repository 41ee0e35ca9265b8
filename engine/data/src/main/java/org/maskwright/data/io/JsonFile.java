package org.maskwright.data.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.problem.DataException;

/** JSON files of our own: read as hostile, and written so that equal content gives equal bytes. */
public final class JsonFile {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_TEXT = 1 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_TEXT)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final ObjectWriter WRITER =
      MAPPER.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private JsonFile() {}

  /** An object to be filled and written. */
  public static ObjectNode newObject() {
    return MAPPER.createObjectNode();
  }

  /** Reads a file that holds one object. */
  public static JsonObject read(Disk disk, Path file, long maxBytes) throws IOException {
    long size = disk.size(file);
    if (size > maxBytes) {
      throw DataException.of(JsonProblem.TOO_LARGE, file, size, maxBytes);
    }
    return parse(disk.read(file), file.toString());
  }

  /** Reads an object from bytes; the name is for messages. */
  public static JsonObject parse(byte[] content, String name) throws IOException {
    try {
      JsonNode node = MAPPER.readTree(content);
      if (node instanceof ObjectNode object) {
        return new JsonObject(object, name);
      }
    } catch (JsonProcessingException e) {
      throw DataException.of(JsonProblem.NOT_JSON, name, e.getOriginalMessage());
    } catch (CharConversionException e) {
      // Bytes that look like another encoding, and are none.
      throw DataException.of(JsonProblem.NOT_JSON, name, String.valueOf(e.getMessage()));
    }
    throw DataException.of(JsonProblem.NOT_JSON, name, "no object");
  }

  public static byte[] bytes(JsonNode node) throws IOException {
    return WRITER.writeValueAsBytes(node);
  }

  public static void write(Disk disk, Path file, JsonNode node) throws IOException {
    AtomicFile.write(disk, file, bytes(node));
  }
}
