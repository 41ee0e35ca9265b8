package org.maskwright.data.format.cityscapes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.ExportManifest;
import org.maskwright.data.format.FileClasses;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.MaskFolder;
import org.maskwright.data.format.RelativePath;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;

/** A Cityscapes folder to read from. */
final class CityscapesDataset implements Dataset {

  private final FileClasses classes;
  private final FormatOptions options;
  private final Findings findings = new Findings();
  private final List<DatasetItem> items = new ArrayList<>();
  private final Map<String, Path> masksByPath = new HashMap<>();

  private CityscapesDataset(FormatOptions options) throws DataException {
    boolean ids = options.is(CityscapesFormat.IDS, "labelIds");
    this.options = options;
    this.classes =
        ids
            ? new FileClasses(CityscapesClasses.byId()).withVoid(CityscapesClasses.UNLABELED)
            : new FileClasses(CityscapesClasses.byTrainId());
  }

  static CityscapesDataset open(Path source, FormatOptions options) throws IOException {
    CityscapesDataset dataset = new CityscapesDataset(options);
    Path masks = source.resolve(CityscapesLayout.MASKS);
    String ending = CityscapesLayout.MASK_MARK + "_" + options.get(CityscapesFormat.IDS) + ".png";
    if (!Files.isDirectory(masks)) {
      throw DataException.of(
          FormatProblem.NOT_THIS_FORMAT,
          source,
          "a Cityscapes folder",
          "there is no " + CityscapesLayout.MASKS);
    }
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
    return new LabelledImage(
        item, classes.mask(MaskPng.read(file), file.toString(), options), null);
  }
}
