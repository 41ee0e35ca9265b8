package org.maskwright.data.format.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;

/** A folder of masks to read from; an image and its mask have the same path but for the ending. */
final class FolderDataset implements Dataset {

  private final LabelScheme scheme;
  private final MaskReader reader;
  private final Findings findings = new Findings();
  private final List<DatasetItem> items = new ArrayList<>();
  private final Map<String, Path> masksByPath = new HashMap<>();

  /** Reads one file of the folder. */
  @FunctionalInterface
  interface MaskReader {
    LabelMask read(Path file, DatasetItem item, Findings findings) throws IOException;
  }

  private FolderDataset(LabelScheme scheme, MaskReader reader) {
    this.scheme = scheme;
    this.reader = reader;
  }

  static FolderDataset open(Path root, FormatOptions options, LabelScheme scheme, MaskReader reader)
      throws IOException {
    FolderDataset dataset = new FolderDataset(scheme, reader);
    Path masks = below(root, options.get(FolderOptions.MASKS));
    if (!Files.isDirectory(masks)) {
      throw DataException.of(
          FormatProblem.NOT_THIS_FORMAT, root, "a folder of masks", "there is no " + masks);
    }
    Path images = below(root, options.get(FolderOptions.IMAGES));
    dataset.list(root, masks, images, options.get(FolderOptions.SUFFIX));
    return dataset;
  }

  private static Path below(Path root, String name) throws DataException {
    return name.equals(".") ? root : root.resolve(RelativePath.check(name, root));
  }

  private void list(Path root, Path masks, Path images, String suffix) throws IOException {
    Map<String, Path> imagesByStem = MaskFolder.imagesByStem(images, findings);
    Map<String, String> paths = ExportManifest.pathsByName(root);
    for (Path mask : MaskFolder.files(masks, suffix + ".png")) {
      String file = RelativePath.of(masks, mask);
      String name = file.substring(0, file.length() - suffix.length() - ".png".length());
      Path image = imagesByStem.remove(name);
      if (image == null) {
        findings.add(CommonFinding.MASK_WITHOUT_IMAGE, name);
      }
      String own = image == null ? name : RelativePath.of(images, image);
      String path = paths.getOrDefault(name, own);
      if (masksByPath.putIfAbsent(path, mask) != null) {
        findings.add(CommonFinding.DUPLICATE_NAME, path);
      } else {
        items.add(new DatasetItem(path, "", image));
      }
    }
    if (!images.equals(masks)) {
      imagesByStem.keySet().stream()
          .sorted()
          .forEach(name -> findings.add(CommonFinding.IMAGE_WITHOUT_MASK, name));
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
    Path file = masksByPath.get(item.path());
    if (file == null) {
      throw new IllegalArgumentException("not an item of this dataset: " + item.path());
    }
    return new LabelledImage(item, reader.read(file, item, into), null);
  }
}
