package org.maskwright.data.format.voc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.LabelMapFile;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.MaskLosses;
import org.maskwright.data.format.ValueTable;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Palette;
import org.maskwright.data.problem.DataException;

/** VOC's own: the index is the class's id, 255 is void, the palette is VOC's. */
final class IndexStyle implements MaskStyle {

  static final String COMMON_LIST = "trainval";

  /** What is kept for the examination must never slip into the list that people train with. */
  private static final Set<String> LEARNT_FROM = Set.of("", "train", "val");

  private final ExportClasses classes;
  private final ValueTable values;

  IndexStyle(ExportClasses classes, DatasetFormat format) throws DataException {
    this.classes = classes;
    this.values = new ValueTable(classes, format);
  }

  @Override
  public void inspect(LabelledImage image, Findings findings) {}

  @Override
  public byte[] values(LabelMask mask) {
    return values.apply(mask);
  }

  @Override
  public int[] palette() {
    return Palette.voc();
  }

  @Override
  public byte[] expected(LabelMask mask) {
    return MaskLosses.kept(mask, classes);
  }

  @Override
  public List<LabelMapFile.Line> lines() {
    List<LabelMapFile.Line> lines = new ArrayList<>();
    for (ExportClasses.Entry entry : classes.entries()) {
      lines.add(new LabelMapFile.Line(entry.name(), Palette.voc(entry.id())));
    }
    return lines;
  }

  @Override
  public String commonList() {
    return COMMON_LIST;
  }

  @Override
  public boolean isInCommonList(String split) {
    return LEARNT_FROM.contains(split);
  }
}
