package org.maskwright.data.format.voc;

import java.util.List;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.LabelMapFile;
import org.maskwright.data.format.LabelledImage;
import org.maskwright.data.label.LabelMask;

/** How masks are written into a VOC folder. */
interface MaskStyle {

  /** Counts what only this style loses. */
  void inspect(LabelledImage image, Findings findings);

  /** The values that go into the file. */
  byte[] values(LabelMask mask);

  int[] palette();

  /** The labels that a reader is to find. */
  byte[] expected(LabelMask mask);

  /** The list of classes and colours. */
  List<LabelMapFile.Line> lines();

  /** The list that also names what is in no split. */
  String commonList();

  boolean isInCommonList(String split);
}
