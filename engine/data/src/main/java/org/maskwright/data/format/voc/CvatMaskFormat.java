package org.maskwright.data.format.voc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maskwright.data.format.ColourClasses;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.DatasetWriter;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.FileClasses;
import org.maskwright.data.format.FormatOption;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.LabelMapFile;
import org.maskwright.data.format.NameCheck;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** CVAT's "Segmentation mask 1.1": VOC's folders, with colours that {@code labelmap.txt} names. */
public final class CvatMaskFormat implements DatasetFormat {

  private static final String VOID = "void";

  @Override
  public String id() {
    return "cvat";
  }

  @Override
  public String title() {
    return "CVAT segmentation mask 1.1";
  }

  @Override
  public List<FormatOption> options() {
    return List.of(
        FileClasses.IGNORE_OPTION,
        ColourClasses.MATCH_OPTION,
        new FormatOption(
            VOID,
            List.of("class", "background"),
            "What does not count, on export: a class \"void\" of its own, or background."));
  }

  @Override
  public Dataset open(Path source, FormatOptions options, Progress progress) throws IOException {
    Path root = VocLayout.root(source);
    Path list = root.resolve(LabelMapFile.FILE);
    if (!Files.isRegularFile(list)) {
      throw DataException.of(
          FormatProblem.NOT_THIS_FORMAT, source, title(), "there is no " + LabelMapFile.FILE);
    }
    ColourClasses classes = new ColourClasses(LabelMapFile.read(list), list);
    return VocDataset.open(root, new ColourSource(classes, options));
  }

  @Override
  public DatasetWriter writer(ExportClasses classes, List<DatasetItem> items, FormatOptions options)
      throws DataException {
    NameCheck.ofMasks(classes, this)
        .noStart("#", "readers take the line for a remark")
        .without(":", "readers end the name there")
        .reserved(ColourClasses.VOID_NAMES, "that is the name of what does not count");
    ColourStyle style = new ColourStyle(classes, this, options.is(VOID, "class"));
    return new VocWriter(classes, items, style);
  }
}
