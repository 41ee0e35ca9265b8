package org.maskwright.data.format.cityscapes;

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
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** Cityscapes' masks of ids. */
public final class CityscapesFormat implements DatasetFormat {

  static final String IDS = "ids";

  @Override
  public String id() {
    return "cityscapes";
  }

  @Override
  public String title() {
    return "Cityscapes ids";
  }

  @Override
  public List<FormatOption> options() {
    return List.of(
        FileClasses.IGNORE_OPTION,
        new FormatOption(
            IDS,
            List.of("labelIds", "labelTrainIds"),
            "Which files to import. An export always has ids, never training ids."));
  }

  @Override
  public Dataset open(Path source, FormatOptions options, Progress progress) throws IOException {
    return CityscapesDataset.open(source, options);
  }

  @Override
  public DatasetWriter writer(ExportClasses classes, List<DatasetItem> items, FormatOptions options)
      throws DataException {
    return new CityscapesWriter(classes, items);
  }
}
