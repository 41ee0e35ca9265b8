package org.maskwright.data.exchange;

import java.util.Locale;
import org.maskwright.data.format.Preflight;

/**
 * What an import did.
 *
 * @param written masks that were written and read back
 * @param different pixels that were found otherwise afterwards
 */
public record ImportReport(Preflight preflight, long written, long different) {

  /** Such as "214 masks imported, read back, 0 pixels differ". */
  public String english() {
    return String.format(
        Locale.ROOT, "%,d masks imported, read back, %,d pixels differ", written, different);
  }
}
