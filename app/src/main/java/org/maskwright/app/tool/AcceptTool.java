package org.maskwright.app.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.task.RunningTask;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.region.PolygonFill;
import org.maskwright.data.region.RegionChange;
import org.maskwright.data.region.Runs;

/**
 * Takes what a model proposes into the mask: a click the connected region under the pointer, which
 * is shown before, a line drawn around something all that lies in it.
 */
public final class AcceptTool implements Tool {

  /** Screen pixels that a hand may slip while it clicks. */
  private static final double STILL = 4;

  private final Bench bench;
  private final List<Spot> line = new ArrayList<>();
  private RegionChange under = new RegionChange(List.of());
  private List<Overlay> shown = List.of();
  private RunningTask looking = () -> {};
  private RunningTask taking = () -> {};

  public AcceptTool(Bench bench) {
    this.bench = bench;
  }

  @Override
  public void moved(Pointer pointer) {
    Optional<Taking> there = bench.taking();
    if (there.isEmpty()) {
      forget();
    } else if (!isUnder(pointer)) {
      look(there.get(), pointer);
    }
  }

  private boolean isUnder(Pointer pointer) {
    int x = pointer.pixelX();
    int y = pointer.pixelY();
    return under.parts().stream()
        .anyMatch(part -> part.area() instanceof Runs runs && runs.contains(x, y));
  }

  private void look(Taking there, Pointer pointer) {
    forget();
    looking =
        bench.compute(
            progress -> there.proposal().connected(pointer.pixelX(), pointer.pixelY(), progress),
            region -> {
              under = region;
              shown = bench.preview(there.allowed(region));
              bench.changed();
            });
  }

  private void forget() {
    looking.cancel();
    under = new RegionChange(List.of());
    shown = List.of();
  }

  @Override
  public void pressed(Pointer pointer) {
    line.clear();
    if (bench.taking().isPresent()) {
      line.add(Spot.of(pointer));
    }
  }

  @Override
  public void dragged(Pointer pointer) {
    if (!line.isEmpty()) {
      line.add(Spot.of(pointer));
      if (!isClick()) {
        forget();
      }
    }
  }

  private boolean isClick() {
    Spot first = line.get(0);
    return line.stream().allMatch(spot -> spot.distance(first) * bench.zoom() <= STILL);
  }

  @Override
  public void released(Pointer pointer) {
    Optional<Taking> there = bench.taking();
    if (!line.isEmpty() && there.isPresent()) {
      take(there.get(), isClick());
    }
    line.clear();
  }

  private void take(Taking there, boolean click) {
    Spot first = line.get(0);
    double[] around = Spot.coordinates(line);
    LabelMask mask = there.document().mask();
    taking =
        bench.compute(
            progress ->
                click
                    ? there.proposal().connected((int) first.x(), (int) first.y(), progress)
                    : there.proposal().inside(PolygonFill.fill(around, mask.bounds()), progress),
            change -> {
              forget();
              bench.take(there, change);
              bench.changed();
            });
  }

  @Override
  public void cancel() {
    line.clear();
    taking.cancel();
    forget();
  }

  @Override
  public Optional<Pending> pending() {
    if (bench.taking().isEmpty()) {
      return Optional.of(Pending.notice("pending.acceptNothing"));
    }
    return line.isEmpty()
        ? Optional.of(Pending.notice("pending.accept"))
        : Optional.of(Pending.running("pending.acceptLasso"));
  }

  @Override
  public Sketch sketch() {
    return new Sketch(line, false, List.of());
  }

  @Override
  public List<Overlay> overlays() {
    return shown;
  }
}
