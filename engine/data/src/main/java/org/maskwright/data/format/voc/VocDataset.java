package org.maskwright.data.format.voc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.ExportManifest;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.InstanceMap;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.MaskFolder;
import org.maskwright.data.format.RelativePath;
import org.maskwright.data.format.TextLines;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;

/** A VOC folder to read from. */
final class VocDataset implements Dataset {

  private final Path root;
  private final MaskSource masks;
  private final Findings findings = new Findings();
  private final List<DatasetItem> items = new ArrayList<>();
  private final Map<String, String> namesByPath = new HashMap<>();

  private VocDataset(Path root, MaskSource masks) {
    this.root = root;
    this.masks = masks;
  }

  /** Opens the folder that {@link VocLayout#root} found. */
  static VocDataset open(Path root, MaskSource masks) throws IOException {
    VocDataset dataset = new VocDataset(root, masks);
    dataset.list();
    return dataset;
  }

  private void list() throws IOException {
    Map<String, Path> images = MaskFolder.imagesByStem(root.resolve(VocLayout.IMAGES), findings);
    Map<String, String> splits = splits();
    Map<String, String> paths = ExportManifest.pathsByName(root);
    Path folder = root.resolve(VocLayout.CLASSES);
    for (Path mask : MaskFolder.files(folder, ".png")) {
      String name = new DatasetItem(RelativePath.of(folder, mask), "", null).stem();
      Path image = images.remove(name);
      if (image == null) {
        findings.add(CommonFinding.MASK_WITHOUT_IMAGE, name);
      }
      String split = splits.remove(name);
      String own = image == null ? name : name + ending(image);
      String path = paths.getOrDefault(name, own);
      if (namesByPath.putIfAbsent(path, name) != null) {
        findings.add(CommonFinding.DUPLICATE_NAME, path);
      } else {
        items.add(new DatasetItem(path, split == null ? "" : split, image));
      }
    }
    images.keySet().stream()
        .sorted()
        .forEach(name -> findings.add(CommonFinding.IMAGE_WITHOUT_MASK, name));
    splits.keySet().stream()
        .filter(name -> !images.containsKey(name))
        .sorted()
        .forEach(name -> findings.add(CommonFinding.IMAGE_WITHOUT_MASK, name));
  }

  private static String ending(Path image) {
    return new DatasetItem(String.valueOf(image.getFileName()), "", null).ending();
  }

  private Map<String, String> splits() throws IOException {
    Map<String, String> splits = new HashMap<>();
    for (Path list : MaskFolder.files(root.resolve(VocLayout.LISTS), ".txt")) {
      String split = new DatasetItem(String.valueOf(list.getFileName()), "", null).stem();
      if (masks.isSplit(split)) {
        for (String name : TextLines.read(list)) {
          splits.putIfAbsent(RelativePath.check(name, list), split);
        }
      }
    }
    return splits;
  }

  @Override
  public LabelScheme scheme() {
    return masks.scheme();
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
    String file = namesByPath.get(item.path()) + ".png";
    Path path = root.resolve(VocLayout.CLASSES).resolve(file);
    LabelMask mask = masks.read(path, item, into);
    return new LabelledImage(item, mask, instances(file, mask));
  }

  private @Nullable InstanceMap instances(String file, LabelMask mask) throws IOException {
    Path path = root.resolve(VocLayout.OBJECTS).resolve(file);
    if (!Files.isRegularFile(path)) {
      return null;
    }
    IndexedImage objects = MaskPng.read(path);
    if (objects.width() != mask.width() || objects.height() != mask.height()) {
      throw DataException.of(
          FormatProblem.SIZE_MISMATCH,
          path,
          objects.width(),
          objects.height(),
          mask.width(),
          mask.height());
    }
    int[] ids = new int[objects.indices().length];
    for (int i = 0; i < ids.length; i++) {
      int id = objects.indices()[i] & 0xFF;
      ids[i] = id == LabelMask.IGNORE ? 0 : id;
    }
    return InstanceMap.of(mask.width(), mask.height(), ids);
  }
}
