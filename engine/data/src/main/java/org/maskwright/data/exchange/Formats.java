package org.maskwright.data.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.cityscapes.CityscapesFormat;
import org.maskwright.data.format.coco.CocoFormat;
import org.maskwright.data.format.folder.ColourFolderFormat;
import org.maskwright.data.format.folder.IndexFolderFormat;
import org.maskwright.data.format.labelme.LabelmeFormat;
import org.maskwright.data.format.voc.CvatMaskFormat;
import org.maskwright.data.format.voc.VocFormat;
import org.maskwright.data.format.yolo.YoloFormat;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** All formats. */
public final class Formats {

  private static final List<DatasetFormat> ALL =
      List.of(
          new VocFormat(),
          new CvatMaskFormat(),
          new CityscapesFormat(),
          new CocoFormat(),
          new LabelmeFormat(),
          new YoloFormat(),
          new IndexFolderFormat(),
          new ColourFolderFormat());

  private Formats() {}

  public static List<DatasetFormat> all() {
    return ALL;
  }

  public static DatasetFormat byId(String id) throws DataException {
    String wanted = id.strip().toLowerCase(Locale.ROOT);
    for (DatasetFormat format : ALL) {
      if (format.id().equals(wanted)) {
        return format;
      }
    }
    List<String> known = ALL.stream().map(DatasetFormat::id).toList();
    throw DataException.of(FormatProblem.UNKNOWN_FORMAT, id, String.join(", ", known));
  }

  /** Opens a dataset in a folder, a file, or a zip file of it. */
  public static Dataset open(
      Path source, DatasetFormat format, FormatOptions options, Progress progress)
      throws IOException {
    if (!Files.exists(source)) {
      throw DataException.of(FormatProblem.NO_SOURCE, source);
    }
    boolean zipped = source.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    return zipped
        ? UnpackedDataset.open(source, format, options, progress)
        : format.open(source, options, progress);
  }
}
