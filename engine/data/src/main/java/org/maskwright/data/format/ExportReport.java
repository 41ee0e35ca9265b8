package org.maskwright.data.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What an export did, as it was found by reading back what it wrote.
 *
 * @param written masks that were written and read back
 * @param different pixels that came back otherwise
 * @param differing the first images with such pixels
 */
public record ExportReport(
    Path target, Preflight preflight, long written, long different, List<String> differing) {

  public ExportReport {
    differing = List.copyOf(differing);
  }

  /** Such as "214 masks written, read back, 0 pixels differ". */
  public String english() {
    return String.format(
        Locale.ROOT, "%,d masks written, read back, %,d pixels differ", written, different);
  }
}
