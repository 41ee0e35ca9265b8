package org.maskwright.data.edit;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.ProvenanceTable;
import org.maskwright.data.region.RegionChange;

/** Which pixels a stroke may change, whatever it passes over. */
public final class PaintRule {

  private static final int ANY = -1;

  public static final PaintRule EVERYWHERE = new PaintRule(ANY, Owner.ANYBODY);

  /** Only pixels that nobody decided. */
  public static final PaintRule UNLABELLED = new PaintRule(LabelMask.IGNORE, Owner.NOBODY);

  /** Only pixels that no person decided: unlabelled ones and a model's. */
  public static final PaintRule UNPAINTED = new PaintRule(ANY, Owner.NO_PERSON);

  private final int onlyLabel;
  private final Owner owner;

  private PaintRule(int onlyLabel, Owner owner) {
    this.onlyLabel = onlyLabel;
    this.owner = owner;
  }

  private enum Owner {
    ANYBODY,
    NO_PERSON,
    NOBODY
  }

  /** Only pixels of one class. */
  public static PaintRule onlyClass(int label) {
    return new PaintRule(label, Owner.ANYBODY);
  }

  /** What of a change this rule and locked classes would let through in a mask; none is painted. */
  public RegionChange allowed(RegionChange change, LabelMask mask, Collection<Integer> locked) {
    BitSet bits = new BitSet();
    locked.forEach(bits::set);
    return new Permission(mask, this, bits).of(change);
  }

  /** Fills in which labels may be painted over. */
  void allowedLabels(boolean[] allowed) {
    Arrays.fill(allowed, onlyLabel == ANY);
    if (onlyLabel != ANY) {
      allowed[onlyLabel] = true;
    }
  }

  /** Fills in which provenance codes may be painted over. */
  void allowedCodes(ProvenanceTable table, boolean[] allowed) {
    for (int code = 0; code < table.size(); code++) {
      allowed[code] =
          switch (owner) {
            case ANYBODY -> true;
            case NO_PERSON -> !table.get((byte) code).isHuman();
            case NOBODY -> table.get((byte) code).equals(Provenance.NONE);
          };
    }
  }
}
