package org.maskwright.data.format.cityscapes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.ExportManifest;
import org.maskwright.data.format.FileClasses;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.InstanceMap;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.MaskFolder;
import org.maskwright.data.format.RelativePath;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;

/** A Cityscapes folder to read from. */
final class CityscapesDataset implements Dataset {

  private static final int NO_LABEL = -1;

  private final FileClasses classes;
  private final FormatOptions options;
  private final Findings findings = new Findings();
  private final List<DatasetItem> items = new ArrayList<>();
  private final Map<String, Path> masksByPath = new HashMap<>();

  private final int[] labels = new int[CityscapesClasses.count()];

  private CityscapesDataset(FormatOptions options) throws DataException {
    boolean ids = options.is(CityscapesFormat.IDS, "labelIds");
    this.options = options;
    this.classes =
        ids
            ? new FileClasses(CityscapesClasses.byId()).withVoid(CityscapesClasses.UNLABELED)
            : new FileClasses(CityscapesClasses.byTrainId());
    for (int id = 0; id < labels.length; id++) {
      String name = CityscapesClasses.name(id);
      labels[id] = classes.scheme().byName(name).map(LabelClass::index).orElse(NO_LABEL);
    }
  }

  static CityscapesDataset open(Path source, FormatOptions options) throws IOException {
    CityscapesDataset dataset = new CityscapesDataset(options);
    Path masks = source.resolve(CityscapesLayout.MASKS);
    String ending = CityscapesLayout.maskEnding(options);
    if (!Files.isDirectory(masks)) {
      throw DataException.of(
          FormatProblem.NOT_THIS_FORMAT,
          source,
          "a Cityscapes folder",
          "there is no " + CityscapesLayout.MASKS);
    }
    dataset.listInstances(masks, ending);
    Map<String, String> paths = ExportManifest.pathsByName(source);
    Path images = source.resolve(CityscapesLayout.IMAGES);
    Map<String, Path> found = MaskFolder.imagesByStem(images, dataset.findings);
    for (Path mask : MaskFolder.files(masks, ending.toLowerCase(Locale.ROOT))) {
      String file = RelativePath.of(masks, mask);
      String name = file.substring(0, file.length() - ending.length());
      Path image = found.remove(name + CityscapesLayout.IMAGE_MARK);
      String own = image == null ? name : RelativePath.of(images, image);
      dataset.add(mask, name, new DatasetItem(paths.getOrDefault(name, own), "", image));
    }
    found.keySet().stream()
        .sorted()
        .forEach(name -> dataset.findings.add(CommonFinding.IMAGE_WITHOUT_MASK, name));
    return dataset;
  }

  /** Says which files of instances will not be read; the others are looked for with their mask. */
  private void listInstances(Path masks, String ending) throws IOException {
    String training = CityscapesLayout.MASK_MARK + CityscapesLayout.TRAINING_INSTANCES;
    for (Path file : MaskFolder.files(masks, training.toLowerCase(Locale.ROOT))) {
      findings.add(CityscapesFinding.INSTANCES_IGNORED, RelativePath.of(masks, file));
    }
    String mark = CityscapesLayout.MASK_MARK + CityscapesLayout.INSTANCES;
    for (Path file : MaskFolder.files(masks, mark.toLowerCase(Locale.ROOT))) {
      if (!Files.isRegularFile(beside(file, mark, ending))) {
        findings.add(CityscapesFinding.INSTANCES_IGNORED, RelativePath.of(masks, file));
      }
    }
  }

  private static Path beside(Path file, String ending, String other) {
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(name.substring(0, name.length() - ending.length()) + other);
  }

  private void add(Path mask, String name, DatasetItem item) {
    if (item.image() == null) {
      findings.add(CommonFinding.MASK_WITHOUT_IMAGE, name);
    }
    if (masksByPath.putIfAbsent(item.path(), mask) != null) {
      findings.add(CommonFinding.DUPLICATE_NAME, item.path());
      return;
    }
    String top = name.substring(0, Math.max(0, name.indexOf('/')));
    items.add(
        new DatasetItem(item.path(), DatasetItem.SPLITS.contains(top) ? top : "", item.image()));
  }

  @Override
  public LabelScheme scheme() {
    return classes.scheme();
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
    Path file = masksByPath.get(item.path());
    if (file == null) {
      throw new IllegalArgumentException("not an item of this dataset: " + item.path());
    }
    LabelMask mask = classes.mask(MaskPng.read(file), file.toString(), options);
    String ending = CityscapesLayout.maskEnding(options);
    String instances = CityscapesLayout.MASK_MARK + CityscapesLayout.INSTANCES;
    return new LabelledImage(
        item, mask, instances(beside(file, ending, instances), mask, item, into));
  }

  private @Nullable InstanceMap instances(
      Path file, LabelMask mask, DatasetItem item, Findings into) throws IOException {
    if (!Files.isRegularFile(file)) {
      return null;
    }
    CityscapesInstances read = CityscapesInstances.read(file, mask.width(), mask.height());
    InstanceMap map = read.map();
    int[] numbers = map.values();
    long elsewhere = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] != 0 && labelOf(read.classOf(i)) != (mask.labels()[i] & 0xFF)) {
        numbers[i] = 0;
        elsewhere++;
      }
    }
    into.add(CityscapesFinding.INSTANCES_ELSEWHERE, elsewhere, item.path());
    return map;
  }

  /** The label of an id; one that no pixel has where the id stands for none of the classes. */
  private int labelOf(int id) {
    return id < labels.length ? labels[id] : NO_LABEL;
  }
}
