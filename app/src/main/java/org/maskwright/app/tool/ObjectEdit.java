package org.maskwright.app.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.data.click.Locality;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.metric.Click;
import org.maskwright.data.region.RegionChange;
import org.maskwright.data.region.RunSets;
import org.maskwright.data.region.Runs;

/**
 * What accepting a clicked object would do to the mask.
 *
 * @param painted gets the class
 * @param erased is no more part of the region that is mended
 * @param shown how it would look, as far as locks and the paint mode let it
 * @param elsewhere pixels that would change without hanging together with a click
 */
record ObjectEdit(Runs painted, Runs erased, RegionChange shown, long elsewhere) {

  static final ObjectEdit NOTHING =
      new ObjectEdit(Runs.NONE, Runs.NONE, new RegionChange(List.of()), 0);

  /** A region of the mask that is mended, and its class. */
  record Mended(Runs area, int label) {}

  static ObjectEdit of(Paint paint, Optional<Mended> mended, Runs selection, List<Click> clicks) {
    if (mended.isEmpty()) {
      return of(paint, selection, Runs.NONE, Runs.NONE, 0);
    }
    Runs base = mended.get().area();
    boolean sameClass = mended.get().label() == paint.label();
    Runs kept = RunSets.intersection(base, selection);
    Runs painted = sameClass ? RunSets.minus(selection, base) : selection;
    Runs erased = still(mended.get(), RunSets.minus(base, selection), paint);
    long elsewhere = Locality.elsewhere(base, selection, clicks);
    return of(paint, painted, erased, sameClass ? kept : Runs.NONE, elsewhere);
  }

  /** What has its class yet: it may have been painted over since. */
  private static Runs still(Mended mended, Runs area, Paint paint) {
    LabelMask mask = paint.document().mask();
    Runs now = Runs.ofLabel(mask, mended.label(), area.bounds());
    return RunSets.intersection(area, now);
  }

  private static ObjectEdit of(Paint paint, Runs painted, Runs erased, Runs kept, long elsewhere) {
    List<RegionChange.Part> parts = new ArrayList<>();
    RegionChange painting = change(paint.label(), painted);
    RegionChange erasing = change(RegionChange.UNLABELLED, erased);
    parts.addAll(paint.document().allowed(painting, paint.rule()).parts());
    parts.addAll(change(paint.label(), kept).parts());
    parts.addAll(paint.document().allowed(erasing, paint.eraseRule()).parts());
    return new ObjectEdit(painted, erased, new RegionChange(parts), elsewhere);
  }

  private static RegionChange change(int label, Runs area) {
    return new RegionChange(
        area.isEmpty() ? List.of() : List.of(new RegionChange.Part(label, area)));
  }

  boolean isEmpty() {
    return painted.isEmpty() && erased.isEmpty();
  }
}
