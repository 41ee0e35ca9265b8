package org.maskwright.data.project;

import java.util.Optional;
import org.maskwright.data.label.LabelMask;

/**
 * A mask file that another program changed, with both copies. Nothing is overwritten until a person
 * has chosen, and the copy that was not chosen is set aside, not deleted.
 *
 * @param theirs what lies there now; empty if the file is gone or no longer a mask
 * @param ours what we wrote last; empty if the file never was ours
 * @param fingerprint of the file as it was found, so that a choice never hits yet another change
 */
public record ExternalChange(
    ImageId image, Optional<LabelMask> theirs, Optional<LabelMask> ours, String fingerprint) {

  /** Which copy counts from now on. */
  public enum Choice {
    OURS,
    THEIRS
  }
}
