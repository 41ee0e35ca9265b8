package org.maskwright.app.session;

/** Where the work is. */
public enum SaveState {
  /** All of it is in the masks' files. */
  SAVED,
  /** Masks are being written. */
  SAVING,
  /** Finished strokes are in the journal, from which the mask's file follows. */
  CHANGED,
  /** Something could not be written where it belongs. */
  NOT_SAVED
}
