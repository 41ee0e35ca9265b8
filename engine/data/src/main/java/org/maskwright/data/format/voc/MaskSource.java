package org.maskwright.data.format.voc;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.data.format.DatasetItem;
import org.maskwright.data.format.Findings;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.LabelScheme;

/** How the masks in a VOC folder are to be understood: by index, or by colour. */
interface MaskSource {

  LabelScheme scheme();

  LabelMask read(Path file, DatasetItem item, Findings findings) throws IOException;

  /** True if a list of that name says which images are in a split. */
  boolean isSplit(String list);
}
