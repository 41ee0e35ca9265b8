package org.maskwright.app.tool;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.edit.Stroke;

/**
 * A tool that paints along the pointer's way, one step from press to release. Shift goes on in a
 * straight line from where the last one ended.
 */
abstract class SweepTool implements Tool {

  private final Bench bench;
  private final StepKind kind;

  private @Nullable Gesture gesture;
  private @Nullable Pointer last;

  SweepTool(Bench bench, StepKind kind) {
    this.bench = bench;
    this.kind = kind;
  }

  /** What is being painted. */
  record Gesture(Stroke stroke, Paint paint, boolean erasing) {}

  Bench bench() {
    return bench;
  }

  /** True if this tool takes away with the left button, too. */
  boolean alwaysErases() {
    return false;
  }

  /** False while the tool cannot paint yet. */
  boolean isReady() {
    return true;
  }

  /** A gesture begins. */
  void begun(Gesture begun) {}

  /** Paints from one place to the next. */
  abstract void sweep(Gesture gesture, Pointer from, Pointer to);

  @Override
  public void pressed(Pointer pointer) {
    Optional<Paint> chosen = bench.paint();
    if (chosen.isEmpty() || !isReady()) {
      return;
    }
    Paint paint = chosen.get();
    boolean erasing = alwaysErases() || pointer.subtract();
    Gesture begun = new Gesture(paint.begin(kind, erasing), paint, erasing);
    gesture = begun;
    begun(begun);
    Pointer before = last;
    sweep(begun, pointer.straight() && before != null ? before : pointer, pointer);
    last = pointer;
  }

  @Override
  public void dragged(Pointer pointer) {
    Pointer before = last;
    Gesture current = gesture;
    if (current != null && before != null) {
      sweep(current, before, pointer);
      last = pointer;
    }
  }

  @Override
  public void released(Pointer pointer) throws IOException {
    end();
  }

  private void end() throws IOException {
    Gesture ended = gesture;
    gesture = null;
    if (ended != null) {
      ended.stroke().end();
    }
  }

  @Override
  public void cancel() throws IOException {
    Gesture cancelled = gesture;
    gesture = null;
    if (cancelled != null) {
      cancelled.stroke().cancel();
    }
  }

  /** A stroke in the making is a stroke; where it ended means nothing on another image. */
  @Override
  public Optional<Runnable> leave() throws IOException {
    end();
    last = null;
    return Optional.empty();
  }

  @Override
  public Optional<Pending> pending() {
    return Optional.ofNullable(gesture).map(painting -> Pending.running("pending.stroke"));
  }
}
