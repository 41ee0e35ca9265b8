package org.maskwright.data.format.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.DatasetWriter;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FlatNames;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.MaskFolder;
import org.maskwright.data.format.MaskLosses;
import org.maskwright.data.format.TextLines;
import org.maskwright.data.format.ValueTable;
import org.maskwright.data.label.IndexedImage;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Palette;
import org.maskwright.data.problem.DataException;

/**
 * Writes masks as indexed PNG files in the images' own folders, which readers of indices and of
 * colours both understand.
 */
final class FolderWriter implements DatasetWriter {

  private final ExportClasses classes;
  private final List<String> list;
  private final FlatNames names;
  private final ValueTable values;

  /**
   * A writer for these images.
   *
   * @param list the lines of the list of classes
   */
  FolderWriter(
      DatasetFormat format, ExportClasses classes, List<DatasetItem> items, List<String> list)
      throws DataException {
    this.classes = classes;
    this.list = list;
    this.names = FlatNames.mirrored(items);
    this.values = new ValueTable(classes, format);
  }

  @Override
  public void inspect(LabelledImage image, Findings findings) {
    MaskLosses.inspect(image, classes, findings);
    MaskLosses.inspectInstances(image, findings);
    String path = image.item().path();
    findings.add(CommonFinding.RENAMED, names.isLonger(image.item()) ? 1 : 0, path);
    findings.add(CommonFinding.SPLIT_LOST, image.item().split().isEmpty() ? 0 : 1, path);
  }

  @Override
  public byte[] expected(LabelledImage image) {
    return MaskLosses.kept(image.mask(), classes);
  }

  @Override
  public void write(Path folder, LabelledImage image) throws IOException {
    LabelMask mask = image.mask();
    IndexedImage indexed =
        new IndexedImage(mask.width(), mask.height(), values.apply(mask), Palette.voc());
    MaskFolder.write(folder.resolve(mask(image.item())), indexed);
  }

  private String mask(DatasetItem item) {
    return FolderOptions.DEFAULT_MASKS + "/" + names.of(item) + ".png";
  }

  @Override
  public void finish(Path folder) throws IOException {
    TextLines.write(folder.resolve(ClassList.FILE), list);
  }

  @Override
  public String imagePath(DatasetItem item) {
    return FolderOptions.DEFAULT_IMAGES + "/" + names.of(item) + item.ending();
  }

  @Override
  public String nameOf(DatasetItem item) {
    return names.of(item);
  }

  @Override
  public Optional<String> maskPath(DatasetItem item) {
    return Optional.of(mask(item));
  }
}
