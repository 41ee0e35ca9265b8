package org.maskwright.app.tool;

import java.io.IOException;
import org.maskwright.data.edit.MaskDocument;
import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.proposal.Acceptance;
import org.maskwright.data.region.RegionChange;

/**
 * What can be taken of a proposal into the mask on show, as chosen at the moment.
 *
 * @param source names model and variant in the mask
 * @param rule which pixels may change
 */
public record Taking(MaskDocument document, Acceptance proposal, String source, PaintRule rule) {

  /** What of a change is allowed now; nothing is changed. */
  public RegionChange allowed(RegionChange change) {
    return document.allowed(change, rule);
  }

  /** Takes it, as one step. */
  public void take(RegionChange change) throws IOException {
    Acceptance.accept(document, change, source, rule, source);
  }
}
