package org.maskwright.data.format.voc;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.FileClasses;
import org.maskwright.data.format.Findings;
import org.maskwright.data.format.FormatOptions;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.label.MaskPng;

/** VOC's masks: the index is the class, whatever the palette. */
record IndexSource(FileClasses classes, FormatOptions options) implements MaskSource {

  @Override
  public LabelScheme scheme() {
    return classes.scheme();
  }

  @Override
  public LabelMask read(Path file, DatasetItem item, Findings findings) throws IOException {
    return classes.mask(MaskPng.read(file), file.toString(), options);
  }

  @Override
  public boolean isSplit(String list) {
    return DatasetItem.SPLITS.contains(list);
  }
}
