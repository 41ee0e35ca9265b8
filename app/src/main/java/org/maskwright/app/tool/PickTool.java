package org.maskwright.app.tool;

import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.data.label.LabelMask;

/** Takes the class under the pointer as the one to paint with. */
public final class PickTool implements Tool {

  private final Supplier<Optional<LabelMask>> source;
  private final IntConsumer picked;

  /**
   * A tool that reads the mask on show.
   *
   * @param picked is told the label; where nothing is labelled, nothing is told
   */
  public PickTool(Supplier<Optional<LabelMask>> source, IntConsumer picked) {
    this.source = source;
    this.picked = picked;
  }

  @Override
  public void pressed(Pointer pointer) {
    int x = pointer.pixelX();
    int y = pointer.pixelY();
    source
        .get()
        .filter(mask -> mask.bounds().contains(x, y))
        .map(mask -> mask.label(x, y))
        .filter(label -> label != LabelMask.IGNORE)
        .ifPresent(picked::accept);
  }

  @Override
  public void dragged(Pointer pointer) {
    pressed(pointer);
  }

  @Override
  public void cancel() {}

  @Override
  public Optional<Pending> pending() {
    return Optional.empty();
  }
}
