package org.maskwright.app.compare;

/** How panes are laid out. */
public enum PaneLayout {
  ONE,
  SIDE_BY_SIDE,
  /** Two over each other, with a divider that is drawn across. */
  SWIPE
}
