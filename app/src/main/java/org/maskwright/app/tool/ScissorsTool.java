package org.maskwright.app.tool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.task.RunningTask;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.PolygonFill;
import org.maskwright.data.segment.LiveWire;
import org.maskwright.data.segment.PixelWindow;

/**
 * Draws an outline that clings to the edges in the image, from one click to the next. A click on
 * the first point closes and paints it, as Enter does. Begun with the right button, it erases.
 */
public final class ScissorsTool implements Tool {

  /** In screen pixels. */
  private static final double REACH = 8;

  private final Bench bench;

  /** The lines between the clicks; each begins where the one before ended. */
  private final Deque<List<Spot>> lines = new ArrayDeque<>();

  private RunningTask running = () -> {};
  private @Nullable Spot anchor;
  private LiveWire.@Nullable Ways ways;
  private List<Spot> towards = List.of();
  private boolean erasing;

  public ScissorsTool(Bench bench) {
    this.bench = bench;
  }

  @Override
  public void pressed(Pointer pointer) {
    if (bench.paint().isEmpty() || !bench.visible().contains(pointer.pixelX(), pointer.pixelY())) {
      return;
    }
    Spot spot = Spot.of(pointer);
    Spot from = anchor;
    if (from == null) {
      erasing = pointer.subtract();
      begin(spot);
    } else if (!lines.isEmpty() && spot.distance(first()) <= REACH / bench.zoom()) {
      accept();
    } else {
      lines.addLast(lineTo(spot, from));
      begin(spot);
    }
  }

  private Spot first() {
    Spot only = anchor;
    return lines.isEmpty() && only != null ? only : lines.getFirst().get(0);
  }

  /** Looks for the ways from a new anchor; until they are known, the line is straight. */
  private void begin(Spot spot) {
    running.cancel();
    anchor = spot;
    ways = null;
    towards = List.of();
    Optional<PixelSource> pixels = bench.pixels();
    Region visible = bench.visible();
    int x = (int) Math.floor(spot.x());
    int y = (int) Math.floor(spot.y());
    if (pixels.isPresent() && visible.contains(x, y)) {
      PixelSource source = pixels.get();
      running =
          bench.compute(
              progress -> new LiveWire(PixelWindow.read(source, visible)).from(x, y, progress),
              known -> {
                ways = known;
                bench.changed();
              });
    }
  }

  private List<Spot> lineTo(Spot spot, Spot from) {
    LiveWire.Ways known = ways;
    List<Spot> line = new ArrayList<>(List.of(from));
    if (known != null) {
      double[] xy = known.to((int) Math.floor(spot.x()), (int) Math.floor(spot.y()));
      for (int i = 2; i < xy.length - 2; i += 2) {
        line.add(new Spot(xy[i], xy[i + 1]));
      }
    }
    line.add(spot);
    return line;
  }

  @Override
  public void moved(Pointer pointer) {
    Spot from = anchor;
    towards = from == null ? List.of() : lineTo(Spot.of(pointer), from);
  }

  @Override
  public void accept() {
    Spot from = anchor;
    if (from == null || lines.isEmpty()) {
      return;
    }
    List<Spot> outline = new ArrayList<>();
    lines.forEach(outline::addAll);
    outline.addAll(lineTo(first(), from));
    boolean subtract = erasing;
    cancel();
    bench
        .paint()
        .ifPresent(
            paint ->
                bench.fill(
                    paint,
                    PolygonFill.fill(Spot.coordinates(outline), paint.document().mask().bounds()),
                    subtract));
  }

  @Override
  public boolean back() {
    boolean some = anchor != null;
    if (lines.isEmpty()) {
      cancel();
    } else {
      begin(lines.removeLast().get(0));
    }
    return some;
  }

  @Override
  public void cancel() {
    running.cancel();
    lines.clear();
    anchor = null;
    ways = null;
    towards = List.of();
  }

  @Override
  public Optional<Runnable> leave() {
    List<List<Spot>> kept = List.copyOf(lines);
    Spot end = anchor;
    boolean wasErasing = erasing;
    cancel();
    return end == null
        ? Optional.empty()
        : Optional.of(
            () -> {
              lines.addAll(kept);
              erasing = wasErasing;
              begin(end);
            });
  }

  @Override
  public Optional<Pending> pending() {
    if (anchor == null) {
      return Optional.empty();
    }
    return Optional.of(
        lines.isEmpty()
            ? Pending.running("pending.scissorsStart")
            : Pending.waiting(erasing ? "pending.scissorsErase" : "pending.scissors"));
  }

  @Override
  public Sketch sketch() {
    Spot end = anchor;
    if (end == null) {
      return Sketch.NONE;
    }
    List<Spot> line = new ArrayList<>();
    lines.forEach(line::addAll);
    line.addAll(towards.isEmpty() ? List.of(end) : towards);
    List<Spot> handles = new ArrayList<>();
    lines.forEach(part -> handles.add(part.get(0)));
    handles.add(end);
    return new Sketch(line, false, handles);
  }
}
