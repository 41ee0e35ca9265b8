package org.maskwright.app.session;

/** Which pixels the tools may paint over. */
public enum PaintMode {
  EVERYWHERE,
  /** Only pixels that nobody decided. */
  UNLABELLED,
  /** Only pixels that no person decided: unlabelled ones and a model's. */
  UNPAINTED,
  /** Only pixels of one class. */
  ONE_CLASS
}
