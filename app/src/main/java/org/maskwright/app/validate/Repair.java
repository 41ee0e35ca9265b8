package org.maskwright.app.validate;

import org.maskwright.data.edit.PaintRule;
import org.maskwright.data.edit.ProjectEdits;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.region.RegionCommands;
import org.maskwright.data.region.Scope;
import org.maskwright.data.task.Progress;

/** What repairs a mask, as a command that is undone like a stroke. */
final class Repair {

  private static final Provenance BY = Provenance.of(Provenance.Kind.COMMAND);

  private Repair() {}

  /** Gives connected parts of fewer pixels to their surroundings. */
  static ProjectEdits.Command specks(long pixels) {
    return (image, mask, stroke) ->
        stroke.paint(
            new RegionCommands(mask, Scope.all(mask), Progress.NONE).removeSpecks(pixels),
            BY,
            PaintRule.EVERYWHERE);
  }

  /** Gives what nobody decided to a class. */
  static ProjectEdits.Command fill(LabelClass label) {
    return (image, mask, stroke) ->
        stroke.paint(
            new RegionCommands(mask, Scope.all(mask), Progress.NONE).fillRest(label.index()),
            BY,
            PaintRule.UNLABELLED);
  }
}
