package org.maskwright.data.format.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maskwright.data.format.Dataset;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.DatasetWriter;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.FileClasses;
import org.maskwright.data.format.FormatOption;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.NameCheck;
import org.maskwright.data.label.MaskPng;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;

/** A folder of index masks, with a list of what the values mean. */
public final class IndexFolderFormat implements DatasetFormat {

  private static final String VOID = "void";
  private static final int CAMVID_VOID = 11;

  @Override
  public String id() {
    return "masks";
  }

  @Override
  public String title() {
    return "Folder of index masks";
  }

  @Override
  public List<FormatOption> options() {
    List<FormatOption> options = new ArrayList<>(FolderOptions.shared());
    options.add(FileClasses.IGNORE_OPTION);
    options.add(
        FormatOption.text(VOID, "", "Values that do not count on import beside 255, as in 11,12."));
    return options;
  }

  @Override
  public Dataset open(Path source, FormatOptions options, Progress progress) throws IOException {
    String list = options.get(FolderOptions.CLASSES);
    boolean builtIn = ClassList.isBuiltIn(list);
    Map<Integer, String> names =
        builtIn ? ClassList.builtIn(list) : ClassList.find(source, list).values();
    List<Integer> voids = voids(options.get(VOID));
    if (list.equals("camvid")) {
      voids.add(CAMVID_VOID);
    }
    names.keySet().removeAll(voids);
    FileClasses classes = new FileClasses(names);
    voids.forEach(classes::withVoid);
    return FolderDataset.open(
        source,
        options,
        classes.scheme(),
        (file, item, findings) -> classes.mask(MaskPng.read(file), file.toString(), options));
  }

  private static List<Integer> voids(String text) throws DataException {
    List<Integer> voids = new ArrayList<>();
    for (String value : text.isBlank() ? new String[0] : text.split(",", -1)) {
      if (!value.strip().matches("[0-9]{1,3}") || Integer.parseInt(value.strip()) > 255) {
        throw DataException.of(FormatProblem.BAD_OPTION, VOID, text, "values from 0 to 255");
      }
      voids.add(Integer.parseInt(value.strip()));
    }
    return voids;
  }

  @Override
  public DatasetWriter writer(ExportClasses classes, List<DatasetItem> items, FormatOptions options)
      throws DataException {
    NameCheck.ofMasks(classes, this).noStart(",:", "readers take that for the end of the number");
    List<String> lines = new ArrayList<>();
    for (ExportClasses.Entry entry : classes.entries()) {
      lines.add(entry.id() + " " + entry.name());
    }
    lines.add("255 void");
    return new FolderWriter(this, classes, items, lines);
  }
}
