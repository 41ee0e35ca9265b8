package org.maskwright.data.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;

/** Compact JSON, written as a stream: files with millions of numbers are not kept as trees. */
public final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  /** Writes into the generator. */
  @FunctionalInterface
  public interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  public static String of(Content content) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      content.writeTo(json);
    }
    return text.toString();
  }

  /** Writes numbers as a list; whole ones without a fraction. */
  public static void numbers(JsonGenerator json, double[] numbers) throws IOException {
    json.writeStartArray();
    for (double number : numbers) {
      number(json, number);
    }
    json.writeEndArray();
  }

  public static void number(JsonGenerator json, double number) throws IOException {
    if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }
}
