package org.maskwright.data.format.coco;

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

/** COCO's object segmentation. */
public final class CocoFormat implements DatasetFormat {

  static final FormatOption SHAPES =
      new FormatOption(
          "shapes",
          List.of("polygons", "polygons-or-rle", "rle", "rle-uncompressed"),
          "On export, polygons on the pixels' edges (cut at holes); run lengths where there are"
              + " holes; or run lengths for all.");

  static final FormatOption CROWDS =
      new FormatOption(
          "crowds",
          List.of("class", "void"),
          "What objects marked as crowds are on import: their class, or void.");

  @Override
  public String id() {
    return "coco";
  }

  @Override
  public String title() {
    return "COCO (polygons or run lengths)";
  }

  @Override
  public List<FormatOption> options() {
    return List.of(MaskObjects.OPTION, SHAPES, ObjectLosses.REST, CROWDS);
  }

  @Override
  public Dataset open(Path source, FormatOptions options, Progress progress) throws IOException {
    return CocoDataset.open(source, options, progress);
  }

  @Override
  public DatasetWriter writer(ExportClasses classes, List<DatasetItem> items, FormatOptions options)
      throws DataException {
    NameCheck.ofObjects(classes, this);
    return new CocoWriter(classes, options);
  }
}
