package org.maskwright.app.session;

/** The two faces of the window. */
public enum Theme {
  DARK,
  LIGHT
}
