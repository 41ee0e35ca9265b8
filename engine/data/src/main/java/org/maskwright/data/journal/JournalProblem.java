package org.maskwright.data.journal;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with a journal. */
public enum JournalProblem implements ProblemCode {
  NEWER(
      "The journal {0} was written by a newer version of this program (format {1}). Update the"
          + " program, or move the journal away to open the mask without its history."),
  SPILLING(
      "The journal {0} cannot be written ({1}). Strokes are kept on this machine in {2} and will be"
          + " moved over when the place is back."),
  UNREADABLE(
      "The journal {0} cannot be read ({1}), and it may hold strokes that are not in the mask yet."
          + " Reconnect the drive or see to the file''s permissions, then open the image again."),
  AWAY("The folder {0} is not there."),
  NOWHERE(
      "Neither the journal {0} nor the spare one {1} can be written ({2}). The stroke was taken"
          + " back. Free some space or reconnect the drive, then paint again."),
  SYNC_FAILED(
      "The drive did not confirm the last strokes in {0} ({1}). They are written once more; check"
          + " the drive."),
  GONE("A step that is no longer in the journal {0} cannot be undone or redone."),
  DAMAGED("The journal {0} has a damaged record. The steps before it cannot be undone.");

  private final String english;

  JournalProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
