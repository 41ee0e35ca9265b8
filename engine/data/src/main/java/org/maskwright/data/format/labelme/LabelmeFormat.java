package org.maskwright.data.format.labelme;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.DatasetWriter;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.FormatOption;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.NameCheck;
import org.maskwright.data.format.geometry.MaskObjects;
import org.maskwright.data.format.geometry.ObjectLosses;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** labelme's JSON files, one beside each image. */
public final class LabelmeFormat implements DatasetFormat {

  static final FormatOption SHAPES =
      new FormatOption(
          "shapes",
          List.of("polygons", "masks"),
          "On export, polygons, which every labelme reads; or masks, for 5.3 and later.");

  static final FormatOption KEEP =
      FormatOption.text(
          "keep",
          "",
          "On export, a folder of earlier files whose flags and unknown entries are kept.");

  static final String VOID = "__ignore__";
  static final String BACKGROUND = "_background_";
  static final String LABELS = "labels.txt";

  @Override
  public String id() {
    return "labelme";
  }

  @Override
  public String title() {
    return "labelme (JSON)";
  }

  @Override
  public List<FormatOption> options() {
    return List.of(MaskObjects.OPTION, SHAPES, ObjectLosses.REST, KEEP);
  }

  @Override
  public Dataset open(Path source, FormatOptions options, Progress progress) throws IOException {
    return LabelmeDataset.open(source, options, progress);
  }

  @Override
  public DatasetWriter writer(ExportClasses classes, List<DatasetItem> items, FormatOptions options)
      throws DataException {
    NameCheck.ofObjects(classes, this)
        .reserved(List.of(VOID, BACKGROUND), "labelme means something of its own by it");
    return new LabelmeWriter(classes, items, options);
  }
}
