package org.maskwright.app.session;

/** The faces of the window. */
public enum Theme {
  DARK,
  LIGHT,
  /** Whichever of the two the desktop has. */
  SYSTEM
}
