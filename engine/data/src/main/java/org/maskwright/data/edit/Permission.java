package org.maskwright.data.edit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.region.Area;
import org.maskwright.data.region.RegionChange;
import org.maskwright.data.region.Runs;

/** Which pixels a rule and the locks leave of a change, so that a preview promises no more. */
final class Permission {

  private final LabelMask mask;
  private final BitSet locked;
  private final boolean[] labelAllowed = new boolean[256];
  private final boolean[] codeAllowed = new boolean[256];

  Permission(LabelMask mask, PaintRule rule, BitSet locked) {
    this.mask = mask;
    this.locked = locked;
    rule.allowedLabels(labelAllowed);
    locked.stream().forEach(index -> labelAllowed[index] = false);
    rule.allowedCodes(mask.provenances(), codeAllowed);
  }

  RegionChange of(RegionChange change) {
    List<RegionChange.Part> allowed = new ArrayList<>();
    for (RegionChange.Part part : change.parts()) {
      boolean painted = part.label() != RegionChange.UNLABELLED;
      Runs rest = painted && locked.get(part.label()) ? Runs.NONE : of(part.area());
      if (!rest.isEmpty()) {
        allowed.add(new RegionChange.Part(part.label(), rest));
      }
    }
    return new RegionChange(allowed);
  }

  private Runs of(Area area) {
    Runs.Builder builder = new Runs.Builder();
    area.forEachRun(
        (y, from, to) -> {
          if (y >= 0 && y < mask.height()) {
            for (int x = Math.max(0, from); x < Math.min(mask.width(), to); x++) {
              if (isAllowed(mask.index(x, y))) {
                builder.add(y, x, x + 1);
              }
            }
          }
        });
    return builder.build();
  }

  private boolean isAllowed(int index) {
    return labelAllowed[mask.labels()[index] & 0xFF]
        && codeAllowed[mask.provenanceCodes()[index] & 0xFF];
  }
}
