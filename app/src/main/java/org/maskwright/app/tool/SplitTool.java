package org.maskwright.app.tool;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.region.Dab;
import org.maskwright.data.region.RegionChange;
import org.maskwright.data.region.RegionCommands;
import org.maskwright.data.region.Scope;
import org.maskwright.data.task.Progress;

/**
 * Cuts regions apart with a straight line of void, whose ends can be moved until it is accepted.
 */
public final class SplitTool implements Tool {

  /** In screen pixels. */
  private static final double REACH = 8;

  private final Bench bench;
  private @Nullable Spot fixed;
  private @Nullable Spot moving;

  public SplitTool(Bench bench) {
    this.bench = bench;
  }

  @Override
  public void pressed(Pointer pointer) {
    if (bench.paint().isEmpty()) {
      return;
    }
    Spot spot = Spot.of(pointer);
    Spot one = fixed;
    Spot other = moving;
    double reach = REACH / bench.zoom();
    if (one != null && one.distance(spot) <= reach) {
      fixed = other;
    } else if (other == null || other.distance(spot) > reach) {
      fixed = spot;
    }
    moving = spot;
  }

  @Override
  public void dragged(Pointer pointer) {
    if (moving != null) {
      moving = Spot.of(pointer);
    }
  }

  @Override
  public void accept() {
    bench.paint().ifPresent(paint -> bench.change(paint, cut(paint)));
    cancel();
  }

  private RegionChange cut(Paint paint) {
    Spot one = fixed;
    Spot other = moving;
    if (one == null || other == null) {
      return new RegionChange(List.of());
    }
    LabelMask mask = paint.document().mask();
    double radius = paint.options().voidWidth() / 2.0;
    Dab line = new Dab(one.x(), one.y(), other.x(), other.y(), radius);
    RegionChange change = new RegionCommands(mask, Scope.all(mask), Progress.NONE).split(line);
    return paint.document().allowed(change, paint.rule());
  }

  @Override
  public boolean back() {
    boolean some = !ends().isEmpty();
    cancel();
    return some;
  }

  @Override
  public void cancel() {
    fixed = null;
    moving = null;
  }

  @Override
  public Optional<Pending> pending() {
    return ends().isEmpty()
        ? Optional.empty()
        : bench.paint().map(paint -> Pending.waiting("pending.split", cut(paint).count()));
  }

  private List<Spot> ends() {
    Spot one = fixed;
    Spot other = moving;
    return one == null || other == null ? List.of() : List.of(one, other);
  }

  @Override
  public Sketch sketch() {
    return new Sketch(ends(), false, ends());
  }

  @Override
  public List<Overlay> overlays() {
    return ends().isEmpty()
        ? List.of()
        : bench.paint().map(paint -> bench.preview(cut(paint))).orElse(List.of());
  }
}
