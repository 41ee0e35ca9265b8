package org.maskwright.data.format.yolo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.ExportManifest;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.MaskFolder;
import org.maskwright.data.format.RelativePath;
import org.maskwright.data.format.TextLines;
import org.maskwright.data.format.geometry.ClassNames;
import org.maskwright.data.format.geometry.GeometryFinding;
import org.maskwright.data.format.geometry.MaskPainter;
import org.maskwright.data.format.geometry.ObjectLosses;
import org.maskwright.data.image.file.ImageRef;
import org.maskwright.data.image.header.ImageHeader;
import org.maskwright.data.image.header.ImageProbe;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/** A YOLO dataset to read from. */
final class YoloDataset implements Dataset {

  private static final Pattern SIZE = Pattern.compile("(\\d{1,7}) (\\d{1,7}) (.+)");

  private final Path root;
  private final FormatOptions options;
  private final Findings findings = new Findings();
  private final List<DatasetItem> items = new ArrayList<>();
  private final Map<String, Path> files = new HashMap<>();
  private final Map<Path, long[]> sizes = new HashMap<>();
  private final Map<Integer, Integer> labels = new HashMap<>();
  private final LabelScheme scheme;

  private YoloDataset(Path root, YoloSettings settings, FormatOptions options) throws IOException {
    this.root = root;
    this.options = options;
    ClassNames names = new ClassNames();
    settings.names().forEach((number, name) -> labels.put(number, names.index(name)));
    this.scheme = names.scheme();
    readSizes();
    Set<Path> seen = new HashSet<>();
    for (Map.Entry<String, String> entry : settings.texts().entrySet()) {
      Path images = folder(entry.getValue());
      if (images != null && seen.add(images)) {
        list(entry.getKey(), images);
      }
    }
    if (seen.isEmpty()) {
      String why = "its " + YoloFormat.SETTINGS + " names no folder that is there";
      throw DataException.of(FormatProblem.NOT_THIS_FORMAT, root, "YOLO", why);
    }
  }

  static YoloDataset open(Path source, FormatOptions options) throws IOException {
    Path file = source.toAbsolutePath();
    if (Files.isDirectory(file)) {
      List<Path> found;
      try (var list = Files.list(file)) {
        found = list.filter(f -> f.toString().matches(".*\\.ya?ml")).sorted().toList();
      }
      if (found.size() != 1) {
        String why = "it has " + found.size() + " .yaml files; name the one to read";
        throw DataException.of(FormatProblem.NOT_THIS_FORMAT, source, "YOLO", why);
      }
      file = found.get(0);
    }
    Path root = file.resolveSibling("").normalize();
    return new YoloDataset(root, YoloSettings.read(file), options);
  }

  /** A loop, since a pattern that repeats a group runs out of stack on a long enough path. */
  private static String withoutWayUp(String path) {
    int start = 0;
    while (path.startsWith("./", start) || path.startsWith("../", start)) {
      start = path.indexOf('/', start) + 1;
    }
    return path.substring(start);
  }

  /** The folder that a setting names, if it lies below the dataset's; some begin with "../". */
  private @Nullable Path folder(String value) {
    String name = withoutWayUp(value.replace('\\', '/'));
    try {
      Path folder = root.resolve(RelativePath.check(name, root).replaceFirst("/$", ""));
      boolean there = Files.isDirectory(folder) || Files.isDirectory(labelsOf(folder));
      return there && !folder.equals(root) ? folder : null;
    } catch (DataException e) {
      if (value.contains("..") || value.startsWith("/")) {
        findings.add(GeometryFinding.UNSAFE_NAME, e.problem().english());
      }
      return null;
    }
  }

  private Path labelsOf(Path images) {
    String name = RelativePath.of(root, images);
    String labelled = ("/" + name).replaceFirst("/images(?=/|$)(?!.*/images(/|$))", "/labels");
    return root.resolve(labelled.substring(1));
  }

  private void list(String split, Path images) throws IOException {
    Map<String, Path> byStem = MaskFolder.imagesByStem(images, findings);
    Map<String, String> paths = ExportManifest.pathsByName(root);
    Path folder = labelsOf(images);
    for (Path file : MaskFolder.files(folder, ".txt")) {
      String name = new DatasetItem(RelativePath.of(folder, file), "", null).stem();
      Path image = byStem.remove(name);
      if (image == null) {
        findings.add(CommonFinding.MASK_WITHOUT_IMAGE, name);
      }
      String own = image == null ? name : RelativePath.of(images, image);
      String path = paths.getOrDefault(name, own);
      if (files.putIfAbsent(path, file) != null) {
        findings.add(CommonFinding.DUPLICATE_NAME, path);
      } else {
        items.add(new DatasetItem(path, split, image));
      }
    }
    byStem.keySet().stream()
        .sorted()
        .forEach(name -> findings.add(CommonFinding.IMAGE_WITHOUT_MASK, name));
  }

  private void readSizes() throws IOException {
    Path file = root.resolve(YoloFormat.SIZES);
    if (!Files.isRegularFile(file)) {
      return;
    }
    for (String line : TextLines.read(file)) {
      Matcher matcher = SIZE.matcher(line);
      if (!matcher.matches()) {
        throw DataException.of(FormatProblem.BAD_FILE, file, "\"" + line + "\" is no size");
      }
      Path labelled = root.resolve(RelativePath.check(matcher.group(3), file));
      long[] size = {Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))};
      sizes.put(labelled, size);
    }
  }

  @Override
  public LabelScheme scheme() {
    return scheme;
  }

  @Override
  public List<DatasetItem> items() {
    return items;
  }

  @Override
  public Findings findings() {
    return findings;
  }

  @Override
  public LabelledImage load(DatasetItem item, Findings into) throws IOException {
    Path file = files.get(item.path());
    if (file == null) {
      throw new IllegalArgumentException("not one of the items: " + item.path());
    }
    long[] size = size(item.image(), file);
    boolean background = ObjectLosses.restIsBackground(options);
    MaskPainter painter = MaskPainter.of(size[0], size[1], background, file);
    for (String line : TextLines.read(file)) {
      paint(line, painter, item.path(), into);
    }
    into.add(CommonFinding.OVERLAPS, painter.covered(), item.path());
    return new LabelledImage(item, painter.mask(), painter.instances(item.path(), into));
  }

  private long[] size(@Nullable Path image, Path file) throws IOException {
    if (image != null) {
      ImageHeader header = ImageProbe.header(ImageRef.of(image));
      return new long[] {header.width(), header.height()};
    }
    long[] size = sizes.get(file);
    if (size == null) {
      String why = "its image is not there, and outlines are fractions of it";
      throw DataException.of(FormatProblem.BAD_FILE, file, why);
    }
    return size;
  }

  private void paint(String line, MaskPainter painter, String path, Findings into) {
    try {
      YoloLine outline = YoloLine.parse(line);
      Integer label = labels.get(outline.number());
      if (label == null) {
        into.add(GeometryFinding.UNKNOWN_CLASS, path + ": " + outline.number());
      } else if (outline.isBox()) {
        into.add(GeometryFinding.NO_SHAPE, path);
      } else {
        int object = painter.nextObject();
        painter.paint(outline.fill(painter.width(), painter.height()), label, object);
      }
    } catch (DataException e) {
      into.add(GeometryFinding.BAD_SHAPE, path + " (" + e.problem().english() + ")");
    }
  }
}
