package org.maskwright.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.problem.DataException;

/**
 * The {@code labelmap.txt} that CVAT writes for VOC and for its own masks: a line {@code
 * name:r,g,b:parts:actions} for each class.
 */
public final class LabelMapFile {

  public static final String FILE = "labelmap.txt";

  private static final String HEADING = "# label:color_rgb:parts:actions";
  private static final int MAX_LINES = 10_000;

  private LabelMapFile() {}

  /** A class and its colour; -1 where the file leaves the colour out. */
  public record Line(String name, int rgb) {}

  public static void write(Path file, List<Line> lines) throws IOException {
    List<String> text = new ArrayList<>();
    text.add(HEADING);
    for (Line line : lines) {
      int rgb = line.rgb();
      text.add(
          "%s:%d,%d,%d::".formatted(line.name(), rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF));
    }
    TextLines.write(file, text);
  }

  public static List<Line> read(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String text : TextLines.read(file)) {
      if (!text.startsWith("#")) {
        lines.add(line(text, file));
      }
      if (lines.size() > MAX_LINES) {
        throw DataException.of(FormatProblem.TOO_MANY, file, MAX_LINES, "lines");
      }
    }
    return lines;
  }

  /** Names may have colons of their own, so the line is read from its end. */
  private static Line line(String text, Path file) throws DataException {
    int actions = text.lastIndexOf(':');
    int parts = text.lastIndexOf(':', actions - 1);
    int colour = text.lastIndexOf(':', parts - 1);
    if (actions < 0 || parts < 0 || colour < 0) {
      throw bad(file, text);
    }
    String name = text.substring(0, colour).strip();
    String rgb = text.substring(colour + 1, parts).strip();
    return new Line(name, rgb.isEmpty() ? -1 : rgb(rgb, text, file));
  }

  private static int rgb(String rgb, String text, Path file) throws DataException {
    String[] channels = rgb.split(",", -1);
    if (channels.length != 3) {
      throw bad(file, text);
    }
    int colour = 0;
    for (String channel : channels) {
      String digits = channel.strip();
      if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > 255) {
        throw bad(file, text);
      }
      colour = colour << 8 | Integer.parseInt(digits);
    }
    return colour;
  }

  private static DataException bad(Path file, String text) {
    String start = text.length() <= 80 ? text : text.substring(0, 80) + "...";
    return DataException.of(FormatProblem.BAD_FILE, file, "the line \"" + start + "\"");
  }
}
