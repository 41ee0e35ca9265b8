package org.maskwright.app.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/** Reads the names of classes out of a list, or out of a model that knows them. */
final class ClassListFile {

  private static final long MAX_LIST = 1 << 20;
  private static final int MAX_HEADER = 16 << 20;
  private static final int MAX_NAME = 1000;
  private static final Pattern SEPARATOR = Pattern.compile("[\\n\\r,;，；]");

  /** CVAT writes colours behind its names: {@code road:128,64,128::}. */
  private static final Pattern LABEL_MAP = Pattern.compile("([^:#]+):\\d+,\\d+,\\d+:.*");

  private ClassListFile() {}

  /** The names in a text, by line or comma. */
  static List<String> split(String text) {
    return SEPARATOR.splitAsStream(text).map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  /** The names in a file: a name a line, CVAT's label map, or a model. */
  static List<String> read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    List<String> names =
        name.endsWith(".mwmodel") || name.endsWith(".safetensors") ? model(file) : list(file);
    if (names.isEmpty() || names.size() > LabelScheme.MAX_CLASSES) {
      throw DataException.of(ClassListProblem.EMPTY, file);
    }
    return names;
  }

  private static List<String> list(Path file) throws IOException {
    if (Files.size(file) > MAX_LIST) {
      throw DataException.of(ClassListProblem.TOO_LARGE, file);
    }
    List<String> names = new ArrayList<>();
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    for (String line : text.replace("\uFEFF", "").split("[\\r\\n]+", -1)) {
      var mapped = LABEL_MAP.matcher(line.strip());
      if (mapped.matches()) {
        names.add(mapped.group(1).strip());
      } else if (!line.strip().startsWith("#")) {
        names.addAll(split(line));
      }
    }
    return names;
  }

  /** Only the description at the beginning of the file is read, not what the model learnt. */
  private static List<String> model(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] size = in.readNBytes(Long.BYTES);
      long length =
          size.length < Long.BYTES
              ? -1
              : ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (length <= 0 || length > MAX_HEADER) {
        throw DataException.of(ClassListProblem.NO_MODEL, file);
      }
      JsonObject header = JsonFile.parse(in.readNBytes((int) length), file.toString());
      if (!header.has("__metadata__") || !header.object("__metadata__").has("maskwright")) {
        throw DataException.of(ClassListProblem.NO_MODEL, file);
      }
      String description = header.object("__metadata__").text("maskwright", MAX_HEADER);
      JsonObject model =
          JsonFile.parse(description.getBytes(StandardCharsets.UTF_8), file.toString());
      List<String> names = new ArrayList<>();
      for (JsonObject label : model.objects("labels", LabelScheme.MAX_CLASSES)) {
        names.add(label.text("name", MAX_NAME));
      }
      return names;
    }
  }
}
