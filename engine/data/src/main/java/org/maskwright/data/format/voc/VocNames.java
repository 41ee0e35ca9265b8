package org.maskwright.data.format.voc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.format.FileClasses;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.LabelMapFile;
import org.maskwright.data.format.TextLines;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.Palette;
import org.maskwright.data.label.VocClasses;

/** Which class a value in a VOC mask is: by the folder's own list, or as in the challenge. */
public final class VocNames {

  private static final List<String> LISTS = List.of("class_names.txt", "classes.txt", "labels.txt");

  /** What labelme's exports list beside the classes, and what they call the background. */
  private static final String NOT_A_CLASS = "__ignore__";

  private static final String THEIR_BACKGROUND = "_background_";

  private VocNames() {}

  /** The classes of a folder whose masks are used as they are: the index is the value. */
  public static LabelScheme scheme(Path root) throws IOException {
    Map<Integer, String> names = fromFile(root);
    int last = names.keySet().stream().mapToInt(value -> value).max().orElse(0);
    List<String> list = new ArrayList<>();
    for (int value = 0; value <= last; value++) {
      list.add(names.getOrDefault(value, numbered(value)));
    }
    return LabelScheme.ofNames(list);
  }

  static FileClasses of(Path root, FormatOptions options) throws IOException {
    return new FileClasses(
        switch (options.get(VocFormat.NAMES)) {
          case "voc" -> byPosition(VocClasses.NAMES);
          case "numbered" -> numbered();
          default -> fromFile(root);
        });
  }

  private static Map<Integer, String> fromFile(Path root) throws IOException {
    Path labelMap = root.resolve(LabelMapFile.FILE);
    if (Files.isRegularFile(labelMap)) {
      return fromLabelMap(LabelMapFile.read(labelMap));
    }
    for (String list : LISTS) {
      if (Files.isRegularFile(root.resolve(list))) {
        return byPosition(names(TextLines.read(root.resolve(list))));
      }
    }
    return byPosition(VocClasses.NAMES);
  }

  private static List<String> names(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.equals(NOT_A_CLASS))
        .map(line -> line.equals(THEIR_BACKGROUND) ? VocClasses.NAMES.get(0) : line)
        .toList();
  }

  /** A colour of the VOC palette says the value; a class with another one has its line's number. */
  private static Map<Integer, String> fromLabelMap(List<LabelMapFile.Line> lines) {
    Map<Integer, Integer> values = new HashMap<>();
    for (int value = LabelMask.IGNORE; value >= 0; value--) {
      values.put(Palette.voc(value), value);
    }
    boolean palette = lines.stream().allMatch(line -> values.containsKey(line.rgb()));
    if (!palette) {
      return byPosition(lines.stream().map(LabelMapFile.Line::name).toList());
    }
    Map<Integer, String> names = new HashMap<>();
    for (LabelMapFile.Line line : lines) {
      names.put(values.get(line.rgb()), line.name());
    }
    names.remove(LabelMask.IGNORE);
    return names;
  }

  private static Map<Integer, String> byPosition(List<String> list) {
    Map<Integer, String> names = new HashMap<>();
    for (int value = 0; value < Math.min(list.size(), LabelMask.IGNORE); value++) {
      names.put(value, list.get(value));
    }
    return names;
  }

  private static Map<Integer, String> numbered() {
    Map<Integer, String> names = new HashMap<>();
    for (int value = 0; value < LabelScheme.MAX_CLASSES; value++) {
      names.put(value, numbered(value));
    }
    return names;
  }

  private static String numbered(int value) {
    return value == 0 ? VocClasses.NAMES.get(0) : "class " + value;
  }
}
