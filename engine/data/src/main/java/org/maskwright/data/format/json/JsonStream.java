package org.maskwright.data.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.problem.DataException;

/**
 * One pass through a JSON file of another program. Nothing is kept that was not asked for, so a
 * file of gigabytes needs no more memory than its largest asked-for value, and that is limited.
 */
public final class JsonStream implements Closeable {

  /** An embedded picture is one long text. */
  private static final int MAX_TEXT = 512 << 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(MAX_TEXT)
                  .maxNumberLength(400)
                  .maxNameLength(10_000)
                  .build())
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .build();

  private final Path file;
  private final JsonParser parser;
  private final long start;

  private JsonStream(Path file, InputStream in, long start) throws IOException {
    this.file = file;
    this.start = start;
    this.parser = FACTORY.createParser(in);
  }

  public static JsonStream open(Path file) throws IOException {
    return at(file, 0);
  }

  /** Reads from a place in the file where a value begins, as {@link #offset} told it. */
  public static JsonStream at(Path file, long offset) throws IOException {
    FileChannel channel = FileChannel.open(file);
    try {
      channel.position(offset);
      return new JsonStream(file, Channels.newInputStream(channel), offset);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** What is done with each field of an object. It has to read the field's value, or skip it. */
  @FunctionalInterface
  public interface FieldReader {
    void read(String name) throws IOException;
  }

  /** What is done with each element of a list. It has to read the element, or skip it. */
  @FunctionalInterface
  public interface ElementReader {
    void read() throws IOException;
  }

  /** Goes to the first value. */
  public JsonStream begin() throws IOException {
    next();
    return this;
  }

  /** Where the current value begins, in bytes. */
  public long offset() throws DataException {
    long offset = parser.currentTokenLocation().getByteOffset();
    if (offset < 0) {
      throw bad("it is not UTF-8 text");
    }
    return start + offset;
  }

  /** True if the current value is an object. */
  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  public boolean isList() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  public boolean isText() {
    return parser.currentToken() == JsonToken.VALUE_STRING;
  }

  public boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** True if the current value is true or false. */
  public boolean isFlag() {
    return parser.currentToken().isBoolean();
  }

  public boolean flag() {
    return parser.currentToken() == JsonToken.VALUE_TRUE;
  }

  /** Reads the fields of the current value, which has to be an object. */
  public void object(FieldReader reader) throws IOException {
    if (!isObject()) {
      throw bad("an object was expected" + place());
    }
    while (next() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      next();
      reader.read(name);
    }
  }

  /** Reads the elements of the current value, which has to be a list. */
  public void list(ElementReader reader) throws IOException {
    if (!isList()) {
      throw bad("a list was expected" + place());
    }
    while (next() != JsonToken.END_ARRAY) {
      reader.read();
    }
  }

  public void skip() throws IOException {
    try {
      parser.skipChildren();
    } catch (JsonProcessingException e) {
      throw damaged(e);
    }
    if (parser.currentToken() == null) {
      throw bad("it ends too early");
    }
  }

  public String text(int maxLength) throws IOException {
    if (!isText()) {
      throw bad("a text was expected" + place());
    }
    try {
      if (parser.getTextLength() > maxLength) {
        throw bad("a text is longer than " + maxLength + " characters" + place());
      }
      return parser.getText();
    } catch (JsonProcessingException e) {
      throw damaged(e);
    }
  }

  /** A whole number. Some programs write 7 as 7.0 or "7"; it is still 7. */
  public long integer() throws IOException {
    try {
      if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        return parser.getLongValue();
      }
      double value = isText() ? Double.parseDouble(text(32)) : number();
      if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
        return (long) value;
      }
    } catch (JsonProcessingException e) {
      throw damaged(e);
    } catch (NumberFormatException e) {
      throw new DataException(bad("a whole number was expected" + place()).problem(), e);
    }
    throw bad("a whole number was expected" + place());
  }

  public double number() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null || !token.isNumeric()) {
      throw bad("a number was expected" + place());
    }
    try {
      return parser.getDoubleValue();
    } catch (JsonProcessingException e) {
      throw damaged(e);
    }
  }

  /** All numbers of the current list and of the lists in it. */
  public double[] numbers(int maxCount) throws IOException {
    double[] numbers = new double[16];
    int count = 0;
    int depth = 0;
    do {
      if (isList()) {
        depth++;
      } else if (parser.currentToken() == JsonToken.END_ARRAY) {
        depth--;
      } else {
        if (count == maxCount) {
          throw DataException.of(FormatProblem.TOO_MANY, file, maxCount, "numbers in one shape");
        }
        numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
        numbers[count++] = number();
      }
    } while (depth > 0 && next() != null);
    return Arrays.copyOf(numbers, count);
  }

  /** The current value as JSON text, to be written out again. */
  public String raw(int maxLength) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      int depth = 0;
      do {
        JsonToken token = parser.currentToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        generator.copyCurrentEvent(parser);
        generator.flush();
        if (out.size() > maxLength) {
          throw bad("a value is longer than " + maxLength + " characters" + place());
        }
      } while (depth > 0 && next() != null);
    } catch (JsonProcessingException e) {
      throw damaged(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The error that says what is wrong with this file. */
  public DataException bad(String what) {
    return DataException.of(FormatProblem.BAD_FILE, file, what);
  }

  private String place() {
    return " in line " + parser.currentTokenLocation().getLineNr();
  }

  private JsonToken next() throws IOException {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw bad("it ends too early");
      }
      return token;
    } catch (JsonProcessingException e) {
      throw damaged(e);
    }
  }

  private DataException damaged(JsonProcessingException e) {
    String what = "it is not readable as JSON: " + e.getOriginalMessage();
    return new DataException(bad(what).problem(), e);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
