package org.maskwright.data.format.voc;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.format.ColourClasses;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;

/** CVAT's masks: the colour is the class. */
record ColourSource(ColourClasses classes, FormatOptions options) implements MaskSource {

  @Override
  public LabelScheme scheme() {
    return classes.scheme();
  }

  @Override
  public LabelMask read(Path file, DatasetItem item, Findings findings) throws IOException {
    return classes.read(file, item, options, findings);
  }

  @Override
  public boolean isSplit(String list) {
    return !list.equals(ColourStyle.COMMON_LIST) && !list.equals(IndexStyle.COMMON_LIST);
  }
}
