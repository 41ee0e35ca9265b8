package org.maskwright.data.edit;

/**
 * What was found when a mask was opened.
 *
 * @param steps how many steps, undos and redos since the last save were brought back
 * @param damaged true if some records could not be read: undo reaches back only to there
 */
public record Recovery(Outcome outcome, long steps, boolean damaged) {

  /** How mask and journal fitted. */
  public enum Outcome {
    /** The saved mask is what the journal knows, or there was no journal. */
    AS_SAVED,
    /** Steps since the last save, or a save that was cut short, were completed from the journal. */
    REPLAYED,
    /**
     * Somebody else changed the saved mask. It is taken as it is, unsaved steps are brought back
     * over it, and undo goes no further than here.
     */
    CHANGED_OUTSIDE,
    /** The journal belongs to another mask, or lags behind this one: it was put aside. */
    OTHER_JOURNAL
  }
}
