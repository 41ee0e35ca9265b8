package org.maskwright.data.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.problem.DataException;

/**
 * An object in a JSON file whose every value is checked as it is asked for.
 *
 * @param file names the file in messages
 */
public record JsonObject(ObjectNode node, String file) {

  public boolean has(String key) {
    return node.hasNonNull(key);
  }

  public String text(String key, int maxLength) throws DataException {
    JsonNode value = required(key);
    if (!value.isTextual() || value.textValue().length() > maxLength) {
      throw unexpected(key, "a text of at most " + maxLength + " characters");
    }
    return value.textValue();
  }

  public Optional<String> optionalText(String key, int maxLength) throws DataException {
    return has(key) ? Optional.of(text(key, maxLength)) : Optional.empty();
  }

  public long integer(String key, long min, long max) throws DataException {
    JsonNode value = required(key);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < min
        || value.longValue() > max) {
      throw unexpected(key, "a whole number from " + min + " to " + max);
    }
    return value.longValue();
  }

  public double number(String key) throws DataException {
    JsonNode value = required(key);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw unexpected(key, "a number");
    }
    return value.doubleValue();
  }

  /** A truth value; false where there is none. */
  public boolean flag(String key) throws DataException {
    if (!has(key)) {
      return false;
    }
    if (!node.get(key).isBoolean()) {
      throw unexpected(key, "true or false");
    }
    return node.get(key).booleanValue();
  }

  public JsonObject object(String key) throws DataException {
    if (required(key) instanceof ObjectNode object) {
      return new JsonObject(object, file);
    }
    throw unexpected(key, "an object");
  }

  public List<JsonObject> objects(String key, int maxCount) throws DataException {
    List<JsonObject> objects = new ArrayList<>();
    for (JsonNode element : array(key, maxCount)) {
      if (!(element instanceof ObjectNode object)) {
        throw unexpected(key, "a list of objects");
      }
      objects.add(new JsonObject(object, file));
    }
    return objects;
  }

  public List<String> texts(String key, int maxCount, int maxLength) throws DataException {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(key, maxCount)) {
      if (!element.isTextual() || element.textValue().length() > maxLength) {
        throw unexpected(key, "a list of texts of at most " + maxLength + " characters");
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  private JsonNode array(String key, int maxCount) throws DataException {
    JsonNode value = required(key);
    if (!value.isArray() || value.size() > maxCount) {
      throw unexpected(key, "a list of at most " + maxCount + " entries");
    }
    return value;
  }

  private JsonNode required(String key) throws DataException {
    if (!has(key)) {
      throw DataException.of(JsonProblem.MISSING, file, key);
    }
    return node.get(key);
  }

  /** The error for a value that is not what it should be. */
  public DataException unexpected(String key, String wanted) {
    return DataException.of(JsonProblem.UNEXPECTED, file, key, wanted);
  }
}
