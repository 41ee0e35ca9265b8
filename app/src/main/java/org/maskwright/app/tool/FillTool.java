package org.maskwright.app.tool;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.task.RunningTask;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Flood;

/**
 * Fills the connected area of one label under the pointer, an unlabelled one too, as far as it is
 * seen; with the right button it makes that area unlabelled.
 */
public final class FillTool implements Tool {

  private final Bench bench;
  private final Set<Fill> running = new HashSet<>();

  /** A fill under way, by its identity. */
  private static final class Fill {
    private RunningTask task = () -> {};
  }

  public FillTool(Bench bench) {
    this.bench = bench;
  }

  @Override
  public void pressed(Pointer pointer) {
    bench.paint().ifPresent(paint -> find(paint, pointer));
  }

  private void find(Paint paint, Pointer pointer) {
    LabelMask mask = paint.document().mask();
    Region within = bench.visible().intersect(mask.bounds());
    int x = pointer.pixelX();
    int y = pointer.pixelY();
    if (!within.contains(x, y)) {
      return;
    }
    Flood.PixelTest same = sameAs(mask, mask.index(x, y));
    // The next press cancels none of them: two fills in quick succession are both meant.
    Fill fill = new Fill();
    running.add(fill);
    fill.task =
        bench.compute(
            progress -> Flood.from(x, y, within, same, progress),
            area -> {
              running.remove(fill);
              bench.fill(paint, area, pointer.subtract());
              bench.changed();
            });
  }

  private static Flood.PixelTest sameAs(LabelMask mask, int index) {
    if (mask.isUnlabelled(index)) {
      return (x, y) -> mask.isUnlabelled(mask.index(x, y));
    }
    if (mask.isVoid(index)) {
      return (x, y) -> mask.isVoid(mask.index(x, y));
    }
    int label = mask.labels()[index] & 0xFF;
    return (x, y) -> mask.label(x, y) == label;
  }

  @Override
  public boolean back() {
    boolean some = !running.isEmpty();
    cancel();
    return some;
  }

  @Override
  public void cancel() {
    running.forEach(fill -> fill.task.cancel());
    running.clear();
  }

  @Override
  public Optional<Pending> pending() {
    return running.isEmpty() ? Optional.empty() : Optional.of(Pending.running("pending.fill"));
  }
}
