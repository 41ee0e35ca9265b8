package org.maskwright.data.format.labelme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** A folder of labelme files to read from, or one file. */
final class LabelmeDataset implements Dataset {

  private final Path root;
  private final FormatOptions options;
  private final Findings findings = new Findings();
  private final List<DatasetItem> items = new ArrayList<>();
  private final Map<String, Path> files = new HashMap<>();
  private final ClassNames names = new ClassNames();
  private final LabelScheme scheme;

  private LabelmeDataset(Path root, List<Path> found, FormatOptions options, Progress progress)
      throws IOException {
    this.root = root;
    this.options = options;
    Set<String> labels = new TreeSet<>();
    int done = 0;
    for (Path file : found) {
      progress.checkCancelled();
      progress.report("index", done++, found.size());
      list(file, labels);
    }
    if (items.isEmpty()) {
      String why =
          "no file in it has shapes, and %d cannot be read"
              .formatted(findings.count(CommonFinding.UNREADABLE));
      throw DataException.of(FormatProblem.NOT_THIS_FORMAT, root, "labelme", why);
    }
    // A list of labels says their order; without one the alphabet is the only order that stays.
    Path list = root.resolve(LabelmeFormat.LABELS);
    if (Files.isRegularFile(list)) {
      TextLines.read(list).forEach(this::index);
    }
    labels.forEach(this::index);
    scheme = names.scheme();
  }

  static LabelmeDataset open(Path source, FormatOptions options, Progress progress)
      throws IOException {
    if (Files.isDirectory(source)) {
      return new LabelmeDataset(source, MaskFolder.files(source, ".json"), options, progress);
    }
    Path file = source.toAbsolutePath();
    Path folder = file.getParent();
    return new LabelmeDataset(folder == null ? file : folder, List.of(file), options, progress);
  }

  private int index(String label) {
    return switch (label.strip()) {
      case LabelmeFormat.VOID -> LabelMask.IGNORE;
      case LabelmeFormat.BACKGROUND -> LabelScheme.BACKGROUND;
      default -> names.index(label);
    };
  }

  private void list(Path path, Set<String> labels) throws IOException {
    String name = RelativePath.of(root, path);
    LabelmeFile file;
    try {
      file = LabelmeFile.read(path, false);
    } catch (DataException e) {
      findings.add(CommonFinding.UNREADABLE, name + " (" + e.problem().english() + ")");
      return;
    }
    if (!file.hasShapes) {
      if (!name.equals(ExportManifest.FILE)) {
        findings.add(GeometryFinding.KEYS_DROPPED, name);
      }
      return;
    }
    file.shapes.forEach(shape -> labels.add(shape.label.strip()));
    file.otherKeys.keySet().forEach(key -> dropped(name, key));
    file.shapes.forEach(shape -> shape.dropped.forEach(key -> dropped(name, "shapes." + key)));
    Path image = image(path, file.imagePath);
    String item = image == null ? besides(name, file.imagePath) : RelativePath.of(root, image);
    if (files.putIfAbsent(item, path) != null) {
      findings.add(CommonFinding.DUPLICATE_NAME, item);
      return;
    }
    if (image == null) {
      boolean embedded = file.embedded;
      findings.add(
          embedded ? GeometryFinding.EMBEDDED_ONLY : CommonFinding.MASK_WITHOUT_IMAGE, item);
    }
    items.add(new DatasetItem(item, "", image));
  }

  private void dropped(String name, String key) {
    findings.add(GeometryFinding.KEYS_DROPPED, name + ": " + key);
  }

  /** The image that a file names, if it lies below the folder that is read. */
  private @Nullable Path image(Path file, String imagePath) {
    String name = imagePath.replace('\\', '/');
    if (name.isEmpty() || name.chars().anyMatch(c -> c < ' ' || c == ':' || c == 0xFFFD)) {
      return null;
    }
    Path image = file.resolveSibling(name).normalize();
    boolean inside = image.startsWith(root.normalize());
    return inside && Files.isRegularFile(image) ? image : null;
  }

  /** The file's own name with the ending of the image that it names, unless it has that already. */
  private static String besides(String file, String imagePath) {
    DatasetItem image = new DatasetItem(imagePath.replace('\\', '/'), "", null);
    String stem = file.substring(0, file.length() - ".json".length());
    return ("/" + stem).endsWith("/" + image.name()) ? stem : stem + image.ending();
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
    Path path = files.get(item.path());
    if (path == null) {
      throw new IllegalArgumentException("not one of the items: " + item.path());
    }
    LabelmeFile file = LabelmeFile.read(path, true);
    checkSize(file, path, item.image());
    boolean background = ObjectLosses.restIsBackground(options);
    MaskPainter painter = MaskPainter.of(file.width, file.height, background, path);
    LabelmeGroups groups = new LabelmeGroups(file.shapes);
    for (LabelmeShape shape : file.shapes) {
      paint(shape, painter, groups.objectOf(shape), into, item.path());
    }
    into.add(CommonFinding.OVERLAPS, painter.covered(), item.path());
    return new LabelledImage(item, painter.mask(), painter.instances(item.path(), into));
  }

  private void paint(
      LabelmeShape shape, MaskPainter painter, int object, Findings into, String path)
      throws IOException {
    if (!shape.isKnown()) {
      into.add(GeometryFinding.UNKNOWN_SHAPE, path + ": " + shape.type);
      return;
    }
    try {
      painter.paint(shape.paint(painter.width(), painter.height()), index(shape.label), object);
    } catch (DataException e) {
      into.add(GeometryFinding.BAD_SHAPE, path + " (" + e.problem().english() + ")");
    }
  }

  private static void checkSize(LabelmeFile file, Path path, @Nullable Path image)
      throws IOException {
    if (image != null) {
      ImageHeader header = ImageProbe.header(ImageRef.of(image));
      file.width = file.width == 0 ? header.width() : file.width;
      file.height = file.height == 0 ? header.height() : file.height;
      if (file.width != header.width() || file.height != header.height()) {
        throw DataException.of(
            FormatProblem.SIZE_MISMATCH,
            path,
            file.width,
            file.height,
            header.width(),
            header.height());
      }
    }
    if (file.width == 0 || file.height == 0) {
      throw DataException.of(LabelmeProblem.NO_SIZE, path);
    }
  }
}
