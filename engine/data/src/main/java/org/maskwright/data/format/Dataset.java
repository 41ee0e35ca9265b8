package org.maskwright.data.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.maskwright.data.label.LabelScheme;

/** Images with their labels, wherever they lie: in a project, or in a folder of some format. */
public interface Dataset extends Closeable {

  /** What the values in this dataset's masks mean. */
  LabelScheme scheme();

  /** All images, in an order that is always the same. */
  List<DatasetItem> items();

  /** What was odd about the dataset as a whole when it was opened. */
  Findings findings();

  /**
   * Reads one image's labels.
   *
   * @param findings takes what was odd about it and did not keep it from being read
   * @throws org.maskwright.data.problem.DataException if it cannot be read; others still can
   */
  LabelledImage load(DatasetItem item, Findings findings) throws IOException;

  @Override
  default void close() throws IOException {}
}
