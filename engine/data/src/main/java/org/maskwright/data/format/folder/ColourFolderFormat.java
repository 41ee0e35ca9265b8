package org.maskwright.data.format.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.maskwright.data.format.NameCheck;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Palette;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** A folder of masks painted in colours, with a list of what the colours mean. */
public final class ColourFolderFormat implements DatasetFormat {

  @Override
  public String id() {
    return "colours";
  }

  @Override
  public String title() {
    return "Folder of colour masks";
  }

  @Override
  public List<FormatOption> options() {
    List<FormatOption> options = new ArrayList<>(FolderOptions.shared());
    options.add(FileClasses.IGNORE_OPTION);
    options.add(ColourClasses.MATCH_OPTION);
    return options;
  }

  @Override
  public Dataset open(Path source, FormatOptions options, Progress progress) throws IOException {
    ClassList list = ClassList.find(source, options.get(FolderOptions.CLASSES));
    ColourClasses classes = new ColourClasses(list.colours(), list.file());
    return FolderDataset.open(
        source,
        options,
        classes.scheme(),
        (file, item, findings) -> classes.read(file, item, options, findings));
  }

  @Override
  public DatasetWriter writer(ExportClasses classes, List<DatasetItem> items, FormatOptions options)
      throws DataException {
    NameCheck.ofMasks(classes, this)
        .noStart(",", "readers take that for the end of the colour")
        .reserved(ColourClasses.VOID_NAMES, "that is the name of what does not count");
    List<String> lines = new ArrayList<>();
    for (ExportClasses.Entry entry : classes.entries()) {
      lines.add(line(Palette.voc(entry.id()), entry.name()));
    }
    lines.add(line(Palette.voc(LabelMask.IGNORE), "void"));
    return new FolderWriter(this, classes, items, lines);
  }

  private static String line(int rgb, String name) {
    return "%d %d %d %s".formatted(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, name);
  }
}
