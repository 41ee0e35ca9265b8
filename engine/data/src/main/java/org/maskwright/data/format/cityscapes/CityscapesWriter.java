package org.maskwright.data.format.cityscapes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.DatasetWriter;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FlatNames;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.InstanceMap;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.MaskFolder;
import org.maskwright.data.format.MaskLosses;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.problem.DataException;

/** Writes a Cityscapes folder: split, then the image's own folders, then ids by class names. */
final class CityscapesWriter implements DatasetWriter {

  private final ExportClasses classes;
  private final FlatNames names;
  private final byte[] ids = new byte[256];
  private final byte[] expected = new byte[256];

  CityscapesWriter(ExportClasses classes, List<DatasetItem> items) throws DataException {
    this.classes = classes;
    this.names =
        new FlatNames(items, item -> placed(item, item.stem()), item -> placed(item, item.path()));
    Arrays.fill(expected, (byte) LabelMask.IGNORE);
    checkDistinct(classes);
    for (ExportClasses.Entry entry : classes.entries()) {
      ids[entry.index()] = (byte) CityscapesClasses.id(entry.name());
    }
    for (int label = 0; label < LabelMask.IGNORE; label++) {
      ids[label] = ids[classes.resolve(label)];
      boolean known = ids[label] != CityscapesClasses.UNLABELED;
      expected[label] = (byte) (known ? classes.resolve(label) : LabelMask.IGNORE);
    }
  }

  /** Classes are found by name, whatever capitals and underscores are in it. */
  private static void checkDistinct(ExportClasses classes) throws DataException {
    Map<Integer, String> taken = new HashMap<>();
    for (ExportClasses.Entry entry : classes.entries()) {
      int id = CityscapesClasses.id(entry.name());
      String other = id == CityscapesClasses.UNLABELED ? null : taken.putIfAbsent(id, entry.name());
      if (other != null) {
        throw DataException.of(FormatProblem.CLASS_TWICE, other, entry.name(), id);
      }
    }
  }

  @Override
  public String className(ExportClasses.Entry entry) {
    int id = CityscapesClasses.id(entry.name());
    return id == CityscapesClasses.UNLABELED ? entry.name() : CityscapesClasses.name(id);
  }

  @Override
  public void inspect(LabelledImage image, Findings findings) {
    MaskLosses.inspect(image, classes, findings);
    String path = image.item().path();
    CityscapesInstances instances = instances(image);
    findings.add(CommonFinding.INSTANCES_LOST, instances == null ? 0 : instances.lost(), path);
    findings.add(CommonFinding.RENAMED, names.isLonger(image.item()) ? 1 : 0, path);
    long[] counts = image.mask().histogram();
    long outside = 0;
    for (int label = 0; label < LabelMask.IGNORE; label++) {
      boolean exported = classes.id(label) != ExportClasses.NONE;
      outside += exported && ids[label] == CityscapesClasses.UNLABELED ? counts[label] : 0;
    }
    findings.add(CityscapesFinding.OUTSIDE, outside, path);
  }

  private @Nullable CityscapesInstances instances(LabelledImage image) {
    InstanceMap instances = image.instances();
    byte[] values = MaskLosses.translate(image.mask().labels(), ids);
    return instances == null ? null : CityscapesInstances.of(values, instances);
  }

  @Override
  public @Nullable InstanceMap expectedInstances(LabelledImage image) {
    CityscapesInstances instances = instances(image);
    return instances == null ? null : instances.map();
  }

  @Override
  public byte[] expected(LabelledImage image) {
    return MaskLosses.translate(image.mask().labels(), expected);
  }

  @Override
  public void write(Path folder, LabelledImage image) throws IOException {
    LabelMask mask = image.mask();
    byte[] values = MaskLosses.translate(mask.labels(), ids);
    MaskFolder.write(
        folder.resolve(mask(image.item())),
        new IndexedImage(mask.width(), mask.height(), values, new int[0]));
    CityscapesInstances instances = instances(image);
    if (instances != null) {
      instances.write(folder.resolve(marked(image.item()) + CityscapesLayout.INSTANCES));
    }
  }

  private String mask(DatasetItem item) {
    return marked(item) + "_labelIds.png";
  }

  private String marked(DatasetItem item) {
    return CityscapesLayout.MASKS + "/" + nameOf(item) + CityscapesLayout.MASK_MARK;
  }

  @Override
  public void finish(Path folder) {}

  @Override
  public String imagePath(DatasetItem item) {
    return CityscapesLayout.IMAGES
        + "/"
        + nameOf(item)
        + CityscapesLayout.IMAGE_MARK
        + item.ending();
  }

  @Override
  public String nameOf(DatasetItem item) {
    return names.of(item);
  }

  /** Below its split, and without the ending that images of Cityscapes have of their own. */
  private static String placed(DatasetItem item, String path) {
    String mark = CityscapesLayout.IMAGE_MARK;
    String name = path.endsWith(mark) ? path.substring(0, path.length() - mark.length()) : path;
    String split = item.split();
    return split.isEmpty() || name.startsWith(split + "/") ? name : split + "/" + name;
  }

  @Override
  public Optional<String> maskPath(DatasetItem item) {
    return Optional.of(mask(item));
  }
}
