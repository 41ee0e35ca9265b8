package org.maskwright.data.format.voc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.DatasetWriter;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.FileClasses;
import org.maskwright.data.format.FormatOption;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.NameCheck;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** Pascal VOC's segmentation folders. */
public final class VocFormat implements DatasetFormat {

  static final String NAMES = "names";

  @Override
  public String id() {
    return "voc";
  }

  @Override
  public String title() {
    return "Pascal VOC (indexed PNG)";
  }

  @Override
  public List<FormatOption> options() {
    return List.of(
        FileClasses.IGNORE_OPTION,
        new FormatOption(
            NAMES,
            List.of("file", "voc", "numbered"),
            "Class names on import: from the folder's list or else VOC's; VOC's; or class 1, 2 ..."));
  }

  @Override
  public Dataset open(Path source, FormatOptions options, Progress progress) throws IOException {
    Path root = VocLayout.root(source);
    FileClasses classes = VocNames.of(root, options);
    return VocDataset.open(root, new IndexSource(classes, options));
  }

  @Override
  public DatasetWriter writer(ExportClasses classes, List<DatasetItem> items, FormatOptions options)
      throws DataException {
    NameCheck.ofMasks(classes, this).noStart("#", "readers take the line for a remark");
    return new VocWriter(classes, items, new IndexStyle(classes, this));
  }
}
