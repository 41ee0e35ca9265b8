package org.maskwright.app.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.data.region.PolygonFill;

/**
 * Fills what the pointer was led around, once the button is released; with the right button it
 * makes that unlabelled.
 */
public final class LassoTool implements Tool {

  private final Bench bench;
  private final List<Spot> line = new ArrayList<>();

  public LassoTool(Bench bench) {
    this.bench = bench;
  }

  @Override
  public void pressed(Pointer pointer) {
    line.clear();
    if (bench.paint().isPresent()) {
      line.add(Spot.of(pointer));
    }
  }

  @Override
  public void dragged(Pointer pointer) {
    if (!line.isEmpty()) {
      line.add(Spot.of(pointer));
    }
  }

  @Override
  public void released(Pointer pointer) {
    double[] around = Spot.coordinates(line);
    line.clear();
    if (around.length > 0) {
      bench
          .paint()
          .ifPresent(
              paint ->
                  bench.fill(
                      paint,
                      PolygonFill.fill(around, paint.document().mask().bounds()),
                      pointer.subtract()));
    }
  }

  @Override
  public void cancel() {
    line.clear();
  }

  @Override
  public Optional<Pending> pending() {
    return line.isEmpty() ? Optional.empty() : Optional.of(Pending.running("pending.lasso"));
  }

  @Override
  public Sketch sketch() {
    return new Sketch(line, false, List.of());
  }
}
