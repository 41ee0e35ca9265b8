package org.maskwright.data.format.voc;

import java.util.ArrayList;
import java.util.List;
import org.maskwright.data.format.CommonFinding;
import org.maskwright.data.format.DatasetFormat;
import org.maskwright.data.format.ExportClasses;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.format.LabelMapFile;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.format.MaskLosses;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Palette;
import org.maskwright.data.problem.DataException;

/**
 * CVAT's: a class's colour is the one that the VOC palette has for its id. The files are indexed by
 * the line in the list of classes, so that a reader of colours and a reader of indices agree.
 */
final class ColourStyle implements MaskStyle {

  static final String COMMON_LIST = "default";

  private static final String BACKGROUND = "background";
  private static final String VOID = "void";

  private final ExportClasses classes;
  private final boolean voidIsClass;
  private final List<LabelMapFile.Line> lines = new ArrayList<>();
  private final byte[] values = new byte[256];
  private final byte[] expected = new byte[256];

  /**
   * A style for these classes.
   *
   * @param voidIsClass whether what does not count is a class of its own or becomes background
   */
  ColourStyle(ExportClasses classes, DatasetFormat format, boolean voidIsClass)
      throws DataException {
    this.classes = classes;
    this.voidIsClass = voidIsClass;
    if (classes.entries().stream().noneMatch(entry -> entry.id() == 0)) {
      lines.add(new LabelMapFile.Line(BACKGROUND, 0));
    }
    int[] lineOfId = new int[LabelMask.IGNORE];
    for (ExportClasses.Entry entry : classes.entries()) {
      if (entry.id() < 0 || entry.id() >= lineOfId.length) {
        throw DataException.of(
            FormatProblem.CLASS_ID, entry.id(), entry.name(), format.id(), "0 to 254");
      }
      lineOfId[entry.id()] = lines.size();
      lines.add(new LabelMapFile.Line(entry.name(), Palette.voc(entry.id())));
    }
    for (int label = 0; label < values.length; label++) {
      int id = classes.id(label);
      boolean known = id != ExportClasses.NONE;
      int other = voidIsClass ? lines.size() : lineOfId[0];
      values[label] = (byte) (known ? lineOfId[id] : other);
      int otherLabel = voidIsClass ? LabelMask.IGNORE : labelOfBlack();
      expected[label] = (byte) (known ? classes.resolve(label) : otherLabel);
    }
    if (voidIsClass) {
      lines.add(new LabelMapFile.Line(VOID, Palette.voc(LabelMask.IGNORE)));
    }
  }

  private int labelOfBlack() {
    return classes.entries().stream()
        .filter(entry -> entry.id() == 0)
        .mapToInt(ExportClasses.Entry::index)
        .findFirst()
        .orElse(0);
  }

  @Override
  public void inspect(LabelledImage image, Findings findings) {
    if (!voidIsClass) {
      long pixels = image.mask().histogram()[LabelMask.IGNORE];
      findings.add(CommonFinding.VOID_LOST, pixels, image.item().path());
    }
  }

  @Override
  public byte[] values(LabelMask mask) {
    return MaskLosses.translate(mask.labels(), values);
  }

  @Override
  public int[] palette() {
    int[] palette = new int[256];
    for (int line = 0; line < lines.size(); line++) {
      palette[line] = lines.get(line).rgb();
    }
    return palette;
  }

  @Override
  public byte[] expected(LabelMask mask) {
    return MaskLosses.translate(mask.labels(), expected);
  }

  @Override
  public List<LabelMapFile.Line> lines() {
    return lines;
  }

  @Override
  public String commonList() {
    return COMMON_LIST;
  }

  @Override
  public boolean isInCommonList(String split) {
    return split.isEmpty();
  }
}
