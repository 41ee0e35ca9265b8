package org.maskwright.app.tool;

import org.jspecify.annotations.Nullable;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.region.Area;
import org.maskwright.data.region.BorderBand;
import org.maskwright.data.region.Runs;

/**
 * Paints void along the borders between classes that the brush passes; with the right button it
 * makes void unlabelled.
 */
public final class VoidBorderTool extends SweepTool {

  private @Nullable BorderBand band;

  public VoidBorderTool(Bench bench) {
    super(bench, StepKind.BRUSH);
  }

  @Override
  void begun(Gesture begun) {
    Paint paint = begun.paint();
    band = new BorderBand(paint.document().mask(), paint.options().voidWidth());
  }

  @Override
  void sweep(Gesture gesture, Pointer from, Pointer to) {
    Paint paint = gesture.paint();
    Area passed = BrushTool.area(paint.options(), from, to);
    BorderBand known = band;
    if (gesture.erasing()) {
      gesture.stroke().erase(voidWithin(paint.document().mask(), passed), paint.eraseRule());
    } else if (known != null) {
      gesture
          .stroke()
          .paint(
              known.within(passed),
              LabelMask.IGNORE,
              Provenance.of(Provenance.Kind.BRUSH),
              paint.rule());
    }
  }

  private static Runs voidWithin(LabelMask mask, Area area) {
    Runs.Builder builder = new Runs.Builder();
    area.forEachRun(
        (y, from, to) -> {
          for (int x = from; x < to; x++) {
            if (mask.bounds().contains(x, y) && mask.isVoid(mask.index(x, y))) {
              builder.add(y, x, x + 1);
            }
          }
        });
    return builder.build();
  }
}
