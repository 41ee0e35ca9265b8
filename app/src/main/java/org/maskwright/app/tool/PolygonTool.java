package org.maskwright.app.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.data.region.PolygonFill;

/**
 * A polygon that stays editable until it is accepted. A press adds a corner; on a corner it moves
 * it, on a side it adds one there; with the right button it takes a corner away. A press on the
 * first corner, or a double click, closes it. Begun with the right button, it erases.
 */
public final class PolygonTool implements Tool {

  private static final int NOTHING = -1;
  private static final int FEWEST = 3;

  /** In screen pixels. */
  private static final double REACH = 8;

  private final Bench bench;
  private final List<Spot> corners = new ArrayList<>();
  private int grabbed = NOTHING;
  private boolean closed;
  private boolean erasing;
  private @Nullable Spot hover;

  public PolygonTool(Bench bench) {
    this.bench = bench;
  }

  @Override
  public void pressed(Pointer pointer) {
    if (bench.paint().isEmpty()) {
      return;
    }
    hover = null;
    Spot spot = Spot.of(pointer);
    int corner = cornerAt(spot);
    int side = sideAt(spot);
    if (corner != NOTHING) {
      onCorner(corner, pointer);
    } else if (side != NOTHING) {
      corners.add(side + 1, spot);
      grabbed = side + 1;
    } else if (!closed) {
      add(spot, pointer.subtract());
    }
  }

  private void onCorner(int corner, Pointer pointer) {
    boolean enough = corners.size() >= FEWEST;
    if (!closed && enough && (corner == 0 || pointer.clicks() > 1)) {
      closed = true;
      grabbed = corner;
    } else if (pointer.subtract()) {
      corners.remove(corner);
      closed &= corners.size() >= FEWEST;
    } else {
      grabbed = corner;
    }
  }

  private void add(Spot spot, boolean subtract) {
    if (corners.isEmpty()) {
      erasing = subtract;
    }
    corners.add(spot);
    grabbed = corners.size() - 1;
  }

  private int cornerAt(Spot spot) {
    int nearest = NOTHING;
    double least = REACH / bench.zoom();
    for (int i = 0; i < corners.size(); i++) {
      double distance = corners.get(i).distance(spot);
      if (distance <= least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  private int sideAt(Spot spot) {
    int sides = closed ? corners.size() : corners.size() - 1;
    for (int i = 0; i < sides; i++) {
      Spot on = spot.nearestOn(corners.get(i), corners.get((i + 1) % corners.size()));
      if (on.distance(spot) <= REACH / bench.zoom()) {
        return i;
      }
    }
    return NOTHING;
  }

  @Override
  public void dragged(Pointer pointer) {
    if (grabbed != NOTHING) {
      corners.set(grabbed, Spot.of(pointer));
    }
  }

  @Override
  public void released(Pointer pointer) {
    grabbed = NOTHING;
  }

  @Override
  public void moved(Pointer pointer) {
    hover = corners.isEmpty() || closed ? null : Spot.of(pointer);
  }

  @Override
  public void accept() {
    double[] around = Spot.coordinates(corners);
    boolean subtract = erasing;
    if (corners.size() >= FEWEST) {
      cancel();
      bench
          .paint()
          .ifPresent(
              paint ->
                  bench.fill(
                      paint, PolygonFill.fill(around, paint.document().mask().bounds()), subtract));
    }
  }

  @Override
  public boolean back() {
    boolean some = !corners.isEmpty();
    if (some) {
      corners.remove(corners.size() - 1);
      closed = false;
      grabbed = NOTHING;
    }
    return some;
  }

  @Override
  public void cancel() {
    corners.clear();
    grabbed = NOTHING;
    closed = false;
    hover = null;
  }

  @Override
  public Optional<Runnable> leave() {
    List<Spot> kept = List.copyOf(corners);
    boolean wasClosed = closed;
    boolean wasErasing = erasing;
    cancel();
    return kept.isEmpty()
        ? Optional.empty()
        : Optional.of(
            () -> {
              corners.addAll(kept);
              closed = wasClosed;
              erasing = wasErasing;
            });
  }

  @Override
  public Optional<Pending> pending() {
    if (corners.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        corners.size() < FEWEST
            ? Pending.running("pending.polygonStart")
            : Pending.waiting(
                erasing ? "pending.polygonErase" : "pending.polygon", corners.size()));
  }

  @Override
  public Sketch sketch() {
    List<Spot> line = new ArrayList<>(corners);
    Spot end = hover;
    if (end != null) {
      line.add(end);
    }
    return new Sketch(line, closed, corners);
  }
}
