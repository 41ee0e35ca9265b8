package org.maskwright.data.format;

/** How much a finding matters. */
public enum Severity {
  /** Worth knowing; nothing is lost. */
  NOTE,
  /** Something will not arrive as it is; it says how much. */
  LOSS,
  /** An image cannot be brought across. */
  ERROR
}
