package org.maskwright.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.image.ImageLoader;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.label.MaskPngProblem;
import org.maskwright.data.label.Palette;
import org.maskwright.data.problem.DataException;

/** The colours that stand for classes in a format's mask files. */
public final class ColourClasses {

  /** What to do with the colours in between that blurring and lossy compression leave. */
  public static final FormatOption MATCH_OPTION =
      new FormatOption(
          "match",
          List.of("exact", "nearest"),
          "Colours of no class on import: refuse the mask, or take the nearest colour.");

  /** Names of classes that are none: their pixels do not count. */
  public static final List<String> VOID_NAMES = List.of("void", "ignored", "ignore", "unlabelled");

  private static final int BLACK = 0;

  private final LabelScheme scheme;
  private final Map<Integer, Byte> labels = new TreeMap<>();

  /** Classes by name and colour. Black is the background unless it is listed as something else. */
  public ColourClasses(List<LabelMapFile.Line> lines, Path file) throws DataException {
    List<String> names = new ArrayList<>();
    boolean blackListed = lines.stream().anyMatch(line -> line.rgb() == BLACK);
    if (!blackListed) {
      names.add("background");
      labels.put(BLACK, (byte) LabelScheme.BACKGROUND);
    }
    for (LabelMapFile.Line line : lines) {
      if (line.rgb() < 0) {
        throw DataException.of(
            FormatProblem.BAD_FILE, file, "the class " + line.name() + " has no colour");
      }
      byte label = (byte) (isVoid(line) ? LabelMask.IGNORE : names.size());
      if (labels.putIfAbsent(line.rgb(), label) != null) {
        throw DataException.of(
            FormatProblem.BAD_FILE, file, "two classes have the colour " + hex(line.rgb()));
      }
      if (!isVoid(line)) {
        names.add(line.name());
      }
    }
    labels.putIfAbsent(Palette.voc(LabelMask.IGNORE), (byte) LabelMask.IGNORE);
    scheme = LabelScheme.ofNames(names);
  }

  /** True of a class that is none: its pixels do not count. */
  static boolean isVoid(LabelMapFile.Line line) {
    return VOID_NAMES.contains(line.name().toLowerCase(Locale.ROOT));
  }

  public LabelScheme scheme() {
    return scheme;
  }

  /** Reads a mask by its colours, be it painted in them or indexed with a palette of them. */
  public LabelMask read(Path file, DatasetItem item, FormatOptions options, Findings findings)
      throws IOException {
    Pixels pixels = pixels(file);
    int[] argb = pixels.argb();
    byte[] found = new byte[argb.length];
    boolean nearest = options.is(MATCH_OPTION.key(), "nearest");
    Map<Integer, Byte> cache = new HashMap<>(labels);
    long unknown = 0;
    int example = 0;
    for (int i = 0; i < argb.length; i++) {
      int rgb = argb[i] & 0xFFFFFF;
      if (Pixels.isVoid(argb[i])) {
        found[i] = (byte) LabelMask.IGNORE;
        continue;
      }
      if (!labels.containsKey(rgb)) {
        unknown++;
        example = rgb;
      }
      found[i] = cache.computeIfAbsent(rgb, this::nearest);
    }
    if (unknown > 0 && !nearest) {
      throw DataException.of(FormatProblem.UNKNOWN_COLOUR, file, unknown, hex(example));
    }
    findings.add(CommonFinding.COLOURS_GUESSED, unknown, item.path());
    return FileClasses.imported(pixels.width(), pixels.height(), found, options);
  }

  private static Pixels pixels(Path file) throws IOException {
    try {
      IndexedImage image = MaskPng.read(file);
      if (!image.isGrey()) {
        return new Pixels(image.width(), image.height(), colours(image, file));
      }
    } catch (DataException e) {
      if (e.problem().code() != MaskPngProblem.COLOURS
          && e.problem().code() != MaskPngProblem.NOT_PNG) {
        throw e;
      }
    }
    return ImageLoader.load(file);
  }

  private static int[] colours(IndexedImage image, Path file) throws DataException {
    int[] argb = new int[image.indices().length];
    for (int i = 0; i < argb.length; i++) {
      int index = image.indices()[i] & 0xFF;
      if (index >= image.palette().length) {
        throw DataException.of(FormatProblem.BAD_FILE, file, "it has no colour " + index);
      }
      argb[i] = 0xFF000000 | image.palette()[index];
    }
    return argb;
  }

  private byte nearest(int rgb) {
    int best = Integer.MAX_VALUE;
    byte label = (byte) LabelMask.IGNORE;
    for (Map.Entry<Integer, Byte> entry : labels.entrySet()) {
      int distance = distance(rgb, entry.getKey());
      // On a tie the darker colour, so that the order of a map decides nothing.
      if (distance < best) {
        best = distance;
        label = entry.getValue();
      }
    }
    return label;
  }

  private static int distance(int a, int b) {
    int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
    int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
    int blue = (a & 0xFF) - (b & 0xFF);
    return red * red + green * green + blue * blue;
  }

  private static String hex(int rgb) {
    return String.format(Locale.ROOT, "#%06X", rgb);
  }
}
