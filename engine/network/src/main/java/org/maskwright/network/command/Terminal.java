package org.maskwright.network.command;

/** Whether a person watches. */
final class Terminal {

  private Terminal() {}

  /** The launcher has asked the system; Java's own answer differs from release to release. */
  static boolean isPresent() {
    return Boolean.getBoolean("maskwright.terminal");
  }
}
