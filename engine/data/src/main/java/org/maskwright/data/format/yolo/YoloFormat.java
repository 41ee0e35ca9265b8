package org.maskwright.data.format.yolo;

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

/** YOLO's segmentation format. */
public final class YoloFormat implements DatasetFormat {

  static final String SETTINGS = "data.yaml";
  static final String IMAGES = "images";
  static final String LABELS = "labels";

  /** A file of our own: outlines are in fractions of an image that need not be there. */
  static final String SIZES = "image-sizes.txt";

  @Override
  public String id() {
    return "yolo";
  }

  @Override
  public String title() {
    return "YOLO segmentation";
  }

  @Override
  public List<FormatOption> options() {
    return List.of(MaskObjects.OPTION, ObjectLosses.REST);
  }

  @Override
  public Dataset open(Path source, FormatOptions options, Progress progress) throws IOException {
    return YoloDataset.open(source, options);
  }

  @Override
  public DatasetWriter writer(ExportClasses classes, List<DatasetItem> items, FormatOptions options)
      throws DataException {
    NameCheck.ofObjects(classes, this);
    return new YoloWriter(classes, items, options);
  }
}
