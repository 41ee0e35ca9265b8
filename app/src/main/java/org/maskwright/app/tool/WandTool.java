package org.maskwright.app.tool;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.session.ToolOptions;
import org.maskwright.app.task.RunningTask;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.RegionChange;
import org.maskwright.data.region.Runs;
import org.maskwright.data.segment.MagicWand;
import org.maskwright.data.segment.PixelWindow;

/**
 * Selects what has nearly the colour under the pointer. Dragging to the right or up widens the
 * tolerance, to the left or down narrows it; releasing the button paints.
 */
public final class WandTool implements Tool {

  /** Screen pixels of dragging a step of tolerance. */
  private static final double DRAG = 4;

  private final Bench bench;
  private @Nullable Selection selection;

  public WandTool(Bench bench) {
    this.bench = bench;
  }

  /** One use of the wand, from press to paint. */
  private final class Selection {

    private final Paint paint;
    private final Pointer start;
    private RunningTask running = () -> {};
    private @Nullable MagicWand wand;
    private int tolerance;
    private int shownTolerance = -1;
    private Runs area = Runs.NONE;
    private List<Overlay> preview = List.of();
    private boolean released;

    Selection(Paint paint, Pointer start) {
      this.paint = paint;
      this.start = start;
      this.tolerance = paint.options().wandTolerance();
    }

    void begin(PixelSource pixels, Region visible) {
      running =
          bench.compute(
              progress ->
                  new MagicWand(PixelWindow.read(pixels, visible), start.pixelX(), start.pixelY()),
              ready -> {
                wand = ready;
                select();
              });
    }

    /** One search at a time; what was asked for meanwhile is searched next. */
    private void select() {
      MagicWand ready = wand;
      if (ready == null) {
        return;
      }
      int wanted = tolerance;
      if (wanted == shownTolerance) {
        if (released) {
          finish();
        }
        return;
      }
      wand = null;
      running =
          bench.compute(
              progress -> ready.select(wanted, progress),
              found -> {
                wand = ready;
                area = found;
                preview = previewOf(found);
                shownTolerance = wanted;
                select();
                bench.changed();
              });
    }

    private List<Overlay> previewOf(Runs found) {
      int label = start.subtract() ? RegionChange.UNLABELLED : paint.label();
      return bench.preview(new RegionChange(List.of(new RegionChange.Part(label, found))));
    }

    private void finish() {
      selection = null;
      bench.fill(paint, area, start.subtract());
      bench.changed();
    }
  }

  @Override
  public void pressed(Pointer pointer) {
    cancel();
    Optional<Paint> paint = bench.paint();
    Optional<PixelSource> pixels = bench.pixels();
    Region visible = bench.visible();
    if (paint.isPresent()
        && pixels.isPresent()
        && visible.contains(pointer.pixelX(), pointer.pixelY())) {
      Selection begun = new Selection(paint.get(), pointer);
      selection = begun;
      begun.begin(pixels.get(), visible);
    }
  }

  @Override
  public void dragged(Pointer pointer) {
    Selection current = selection;
    if (current != null && !current.released) {
      Pointer start = current.start;
      double way = (pointer.x() - start.x() - pointer.y() + start.y()) * bench.zoom();
      int from = current.paint.options().wandTolerance();
      int wanted = from + (int) Math.round(way / DRAG);
      current.tolerance = Math.max(0, Math.min(ToolOptions.MAX_TOLERANCE, wanted));
      current.select();
    }
  }

  @Override
  public void released(Pointer pointer) {
    Selection current = selection;
    if (current != null) {
      current.released = true;
      current.select();
    }
  }

  @Override
  public void cancel() {
    Selection cancelled = selection;
    selection = null;
    if (cancelled != null) {
      cancelled.running.cancel();
    }
  }

  @Override
  public Optional<Pending> pending() {
    return Optional.ofNullable(selection)
        .map(current -> Pending.running("pending.wand", current.tolerance, current.area.count()));
  }

  @Override
  public List<Overlay> overlays() {
    Selection current = selection;
    return current == null ? List.of() : current.preview;
  }
}
