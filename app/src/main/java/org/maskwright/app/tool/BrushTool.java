package org.maskwright.app.tool;

import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.session.ToolOptions;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.region.Area;

/**
 * Paints where the pointer goes, round or square; with the right button, or as the eraser, it makes
 * pixels unlabelled.
 */
public final class BrushTool extends SweepTool {

  private final boolean eraser;

  private BrushTool(Bench bench, boolean eraser) {
    super(bench, StepKind.BRUSH);
    this.eraser = eraser;
  }

  public static BrushTool brush(Bench bench) {
    return new BrushTool(bench, false);
  }

  public static BrushTool eraser(Bench bench) {
    return new BrushTool(bench, true);
  }

  @Override
  boolean alwaysErases() {
    return eraser;
  }

  @Override
  void sweep(Gesture gesture, Pointer from, Pointer to) {
    gesture
        .paint()
        .apply(
            gesture.stroke(),
            area(gesture.paint().options(), from, to),
            Provenance.Kind.BRUSH,
            gesture.erasing());
  }

  /** What the brush passes over. */
  static Area area(ToolOptions options, Pointer from, Pointer to) {
    return options.brushShape().sweep(from.x(), from.y(), to.x(), to.y(), options.brushRadius());
  }
}
