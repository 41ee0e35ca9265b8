package org.maskwright.app.tool;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.session.ToolOptions;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.edit.Stroke;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.region.Area;

/**
 * Paints where the pointer goes; with the right button, or as the eraser, it makes pixels
 * unlabelled. Shift goes on in a straight line from where the last stroke ended.
 */
public final class BrushTool implements Tool {

  private final Paint.Source source;
  private final boolean eraser;

  private @Nullable Stroke stroke;
  private @Nullable Paint paint;
  private @Nullable Pointer last;
  private boolean erasing;

  private BrushTool(Paint.Source source, boolean eraser) {
    this.source = source;
    this.eraser = eraser;
  }

  public static BrushTool brush(Paint.Source source) {
    return new BrushTool(source, false);
  }

  public static BrushTool eraser(Paint.Source source) {
    return new BrushTool(source, true);
  }

  /** Forgets where the last stroke ended; it was on another image. */
  public void forgetLast() {
    last = null;
  }

  @Override
  public void pressed(Pointer pointer) {
    Optional<Paint> chosen = source.get();
    if (chosen.isEmpty()) {
      return;
    }
    Paint with = chosen.get();
    paint = with;
    erasing = eraser || pointer.subtract();
    stroke = with.begin(StepKind.BRUSH, erasing);
    Pointer before = last;
    sweep(pointer.straight() && before != null ? before : pointer, pointer);
  }

  @Override
  public void dragged(Pointer pointer) {
    Pointer before = last;
    if (stroke != null && before != null) {
      sweep(before, pointer);
    }
  }

  @Override
  public void released(Pointer pointer) throws IOException {
    Stroke ended = stroke;
    if (ended != null) {
      stroke = null;
      ended.end();
    }
  }

  @Override
  public void cancel() throws IOException {
    Stroke cancelled = stroke;
    if (cancelled != null) {
      stroke = null;
      cancelled.cancel();
    }
  }

  @Override
  public boolean isPending() {
    return stroke != null;
  }

  private void sweep(Pointer from, Pointer to) {
    Paint with = paint;
    Stroke current = stroke;
    if (with == null || current == null) {
      return;
    }
    ToolOptions options = with.options();
    Area area =
        options.brushShape().sweep(from.x(), from.y(), to.x(), to.y(), options.brushRadius());
    with.apply(current, area, Provenance.Kind.BRUSH, erasing);
    last = to;
  }
}
