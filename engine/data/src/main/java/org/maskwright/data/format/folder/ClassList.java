package org.maskwright.data.format.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.LabelMapFile;
import org.maskwright.data.format.RelativePath;
import org.maskwright.data.format.TextLines;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/**
 * The list beside a folder of masks: lines of {@code value name}, of {@code r g b name} as CamVid
 * has them, CVAT's {@code name:r,g,b::}, or plain names that count from 0.
 */
final class ClassList {

  static final String FILE = "classes.txt";

  private static final List<String> FILES =
      List.of(FILE, "label_colors.txt", LabelMapFile.FILE, "class_names.txt");

  private static final Pattern COLOUR =
      Pattern.compile("(\\d{1,3})[\\s,]+(\\d{1,3})[\\s,]+(\\d{1,3})[\\s,]+(\\S.*)");

  private static final Pattern VALUE = Pattern.compile("(\\d{1,3})[\\s,:]+(\\S.*)");

  private static final List<String> CAMVID =
      List.of(
          "Sky",
          "Building",
          "Pole",
          "Road",
          "Pavement",
          "Tree",
          "SignSymbol",
          "Fence",
          "Car",
          "Pedestrian",
          "Bicyclist");

  private final Path file;
  private final List<String> lines;

  private ClassList(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * The list of that name, or the first of the usual names.
   *
   * @throws DataException if there is none
   */
  static ClassList find(Path root, String name) throws IOException {
    for (String candidate : name.isEmpty() ? FILES : List.of(RelativePath.check(name, root))) {
      Path file = root.resolve(candidate);
      if (Files.isRegularFile(file)) {
        List<String> lines = new ArrayList<>(TextLines.read(file));
        lines.removeIf(line -> line.startsWith("#"));
        return new ClassList(file, lines);
      }
    }
    String wanted = name.isEmpty() ? String.join(", ", FILES) : name;
    throw DataException.of(
        FormatProblem.NOT_THIS_FORMAT, root, "a folder of masks", "there is no " + wanted);
  }

  /** Names by value, in one of the two ways in which a person may do without a list. */
  static Map<Integer, String> builtIn(String name) {
    Map<Integer, String> names = new LinkedHashMap<>();
    if (name.equals("camvid")) {
      CAMVID.forEach(each -> names.put(names.size(), each));
    } else {
      names.put(0, "background");
      for (int value = 1; value < LabelScheme.MAX_CLASSES; value++) {
        names.put(value, "class " + value);
      }
    }
    return names;
  }

  static boolean isBuiltIn(String name) {
    return name.equals("camvid") || name.equals("numbered");
  }

  Path file() {
    return file;
  }

  /** What the values stand for; 255 is never a class. */
  Map<Integer, String> values() throws DataException {
    Map<Integer, String> names = new LinkedHashMap<>();
    boolean numbered = lines.stream().allMatch(line -> VALUE.matcher(line).matches());
    for (String line : lines) {
      Matcher match = VALUE.matcher(line);
      int value = numbered && match.matches() ? Integer.parseInt(match.group(1)) : names.size();
      String name = numbered && match.matches() ? match.group(2) : line;
      if (value > LabelMask.IGNORE || names.putIfAbsent(value, name) != null) {
        throw DataException.of(
            FormatProblem.BAD_FILE, file, "the value " + value + " is too large or there twice");
      }
    }
    names.remove(LabelMask.IGNORE);
    return names;
  }

  /** What the colours stand for. */
  List<LabelMapFile.Line> colours() throws IOException {
    if (lines.stream().noneMatch(line -> COLOUR.matcher(line).matches())) {
      return LabelMapFile.read(file);
    }
    List<LabelMapFile.Line> colours = new ArrayList<>();
    for (String line : lines) {
      Matcher match = COLOUR.matcher(line);
      if (!match.matches()) {
        throw DataException.of(FormatProblem.BAD_FILE, file, "the line \"" + line + "\"");
      }
      int rgb = 0;
      for (int channel = 1; channel <= 3; channel++) {
        rgb = rgb << 8 | Math.min(255, Integer.parseInt(match.group(channel)));
      }
      colours.add(new LabelMapFile.Line(match.group(4), rgb));
    }
    return colours;
  }
}
