package org.maskwright.data.edit;

import java.io.IOException;
import java.util.Optional;
import org.maskwright.data.label.LabelMask;

/** Where a document's mask is loaded from and saved to; the project's store is behind it. */
public interface MaskFile {

  /** The mask as saved, or a blank one of the image's size. */
  Loaded load() throws IOException;

  /**
   * Makes the saved mask equal to this one, durably, before it returns. Labels, provenance and
   * stamp may be files of their own if two things hold: the stamp comes last, since a new one
   * beside old pixels would hide what is missing; and the provenance codes are in one file with
   * what they mean.
   */
  void save(LabelMask mask, SaveStamp stamp) throws IOException;

  /**
   * What was loaded.
   *
   * @param stamp as the last save left it; empty if there was none
   */
  record Loaded(LabelMask mask, Optional<SaveStamp> stamp) {}
}
