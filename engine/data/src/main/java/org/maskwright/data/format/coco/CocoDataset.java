package org.maskwright.data.format.coco;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.RelativePath;
import org.maskwright.data.format.coco.CocoFile.CocoImage;
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

/** A COCO dataset to read from: one file, or one a split. */
final class CocoDataset implements Dataset {

  private final FormatOptions options;
  private final Findings findings = new Findings();
  private final List<DatasetItem> items = new ArrayList<>();
  private final Map<String, Source> sources = new HashMap<>();
  private final Map<Long, Integer> labels = new HashMap<>();
  private final LabelScheme scheme;

  /** Where an item's objects are listed. */
  private record Source(CocoFile file, int image) {}

  private CocoDataset(List<CocoFile> files, FormatOptions options) throws DataException {
    this.options = options;
    this.scheme = classes(files);
    for (CocoFile file : files) {
      list(file);
    }
  }

  static CocoDataset open(Path source, FormatOptions options, Progress progress)
      throws IOException {
    Findings findings = new Findings();
    List<CocoFile> files = new ArrayList<>();
    for (Map.Entry<Path, String> file : CocoLayout.files(source).entrySet()) {
      files.add(CocoFile.read(file.getKey(), file.getValue(), findings, progress));
    }
    CocoDataset dataset = new CocoDataset(files, options);
    dataset.findings.addAll(findings);
    return dataset;
  }

  /** Classes in the order of their ids; ids have gaps, and indices here do not. */
  private LabelScheme classes(List<CocoFile> files) throws DataException {
    Map<Long, String> categories = new TreeMap<>();
    for (CocoFile file : files) {
      for (Map.Entry<Long, String> category : file.categories.entrySet()) {
        String before = categories.putIfAbsent(category.getKey(), category.getValue());
        if (before != null && !before.equals(category.getValue())) {
          throw DataException.of(
              CocoProblem.CATEGORIES_DIFFER, category.getKey(), before, category.getValue());
        }
      }
    }
    ClassNames names = new ClassNames();
    categories.forEach((id, name) -> labels.put(id, names.index(name)));
    return names.scheme();
  }

  private void list(CocoFile file) {
    for (int i = 0; i < file.images.size(); i++) {
      CocoImage image = file.images.get(i);
      String path;
      try {
        path = RelativePath.check(image.fileName(), file.path);
      } catch (DataException e) {
        findings.add(GeometryFinding.UNSAFE_NAME, e.problem().english());
        continue;
      }
      Path onDisk = CocoLayout.image(file.path, file.split, path);
      if (sources.putIfAbsent(path, new Source(file, i)) != null) {
        findings.add(CommonFinding.DUPLICATE_NAME, path);
        continue;
      }
      if (onDisk == null) {
        findings.add(CommonFinding.MASK_WITHOUT_IMAGE, path);
      }
      items.add(new DatasetItem(path, file.split, onDisk));
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
    Source source = sources.get(item.path());
    if (source == null) {
      throw new IllegalArgumentException("not one of the items: " + item.path());
    }
    MaskPainter painter = painter(source, item);
    for (long offset : source.file.objectsOf(source.image)) {
      CocoObject object =
          CocoObject.read(source.file.path, offset, painter.width(), painter.height());
      paint(object, painter, item.path(), into);
    }
    into.add(CommonFinding.OVERLAPS, painter.covered(), item.path());
    return new LabelledImage(item, painter.mask(), painter.instances(item.path(), into));
  }

  private MaskPainter painter(Source source, DatasetItem item) throws IOException {
    CocoImage image = source.file.images.get(source.image);
    long width = image.width();
    long height = image.height();
    Path onDisk = item.image();
    if (width == 0 && height == 0 && onDisk != null) {
      ImageHeader header = ImageProbe.header(ImageRef.of(onDisk));
      width = header.width();
      height = header.height();
    }
    boolean background = ObjectLosses.restIsBackground(options);
    return MaskPainter.of(width, height, background, source.file.path + ": " + item.path());
  }

  private void paint(CocoObject object, MaskPainter painter, String path, Findings into) {
    Integer label = labels.get(object.category);
    if (label == null) {
      into.add(GeometryFinding.UNKNOWN_CLASS, path + ": " + object.category);
      return;
    }
    if (!object.hasShape()) {
      into.add(GeometryFinding.NO_SHAPE, path + ": " + object.id);
      return;
    }
    if (object.crowd) {
      into.add(GeometryFinding.CROWDS, path);
      label = options.is(CocoFormat.CROWDS.key(), "void") ? LabelMask.IGNORE : label;
    }
    boolean numbered = object.number > 0 && object.number < Integer.MAX_VALUE;
    int number = numbered ? (int) object.number : painter.nextObject();
    try {
      painter.paint(object.shape(), label, number);
    } catch (DataException e) {
      into.add(
          GeometryFinding.BAD_SHAPE, path + ": " + object.id + " (" + e.problem().english() + ")");
    }
  }
}
