package org.maskwright.app.tool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.OverlayLook;
import org.maskwright.app.canvas.Pointer;
import org.maskwright.app.task.RunningTask;
import org.maskwright.data.edit.StepKind;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.Provenance;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.RegionChange;
import org.maskwright.data.segment.PixelWindow;
import org.maskwright.data.segment.Superpixels;
import org.maskwright.data.task.Progress;

/**
 * Shows what is seen of the image divided into small areas of one colour; a click or a drag paints
 * whole ones.
 */
public final class SuperpixelTool extends SweepTool {

  private static final int SMALLEST = 4;
  private static final int BORDER_RGB = 0xFFFFFF;
  private static final double BORDER_OPACITY = 0.45;
  private static final OverlayLook BORDERS =
      OverlayLook.of(value -> BORDER_RGB, 0, BORDER_OPACITY, false);

  private final BitSet painted = new BitSet();
  private RunningTask running = () -> {};
  private @Nullable Ask asked;
  private @Nullable Superpixels found;
  private List<Overlay> borders = List.of();
  private int hovered = Superpixels.NONE;
  private List<Overlay> shown = List.of();

  public SuperpixelTool(Bench bench) {
    super(bench, StepKind.FILL);
  }

  /** What was divided, or is being divided: the same need not be divided again. */
  private record Ask(PixelSource pixels, Region visible, int screenSize, double zoom) {

    Superpixels divide(Progress progress) throws IOException {
      PixelWindow window = PixelWindow.read(pixels, visible);
      int size = (int) Math.round(screenSize / (zoom * (1 << window.level())));
      return Superpixels.of(window, Math.max(SMALLEST, size), progress);
    }
  }

  @Override
  public void taken() {
    viewSettled();
  }

  @Override
  public void viewSettled() {
    Optional<Paint> paint = bench().paint();
    Optional<PixelSource> pixels = bench().pixels();
    Region visible = bench().visible();
    if (paint.isEmpty() || pixels.isEmpty() || visible.isEmpty() || painting()) {
      return;
    }
    Ask ask = new Ask(pixels.get(), visible, paint.get().options().superpixel(), bench().zoom());
    if (!ask.equals(asked)) {
      running.cancel();
      asked = ask;
      running = bench().compute(ask::divide, this::show);
      bench().changed();
    }
  }

  private boolean painting() {
    return super.pending().isPresent();
  }

  private void show(Superpixels divided) {
    found = divided;
    PixelWindow window = divided.window();
    borders = List.of(new Overlay(divided.colouring(), window.place(), window.level(), BORDERS));
    hover(Superpixels.NONE);
    bench().changed();
  }

  @Override
  boolean isReady() {
    return found != null;
  }

  @Override
  void begun(Gesture begun) {
    painted.clear();
  }

  @Override
  void sweep(Gesture gesture, Pointer from, Pointer to) {
    Superpixels divided = found;
    if (divided == null) {
      return;
    }
    double step = (1 << divided.window().level());
    int steps = (int) Math.ceil(Math.hypot(to.x() - from.x(), to.y() - from.y()) / step);
    for (int i = 0; i <= steps; i++) {
      double part = steps == 0 ? 1 : (double) i / steps;
      int x = (int) Math.floor(from.x() + part * (to.x() - from.x()));
      int y = (int) Math.floor(from.y() + part * (to.y() - from.y()));
      int label = divided.at(x, y);
      if (label != Superpixels.NONE && !painted.get(label)) {
        painted.set(label);
        gesture
            .paint()
            .apply(gesture.stroke(), divided.get(label), Provenance.Kind.FILL, gesture.erasing());
      }
    }
  }

  @Override
  public void moved(Pointer pointer) {
    Superpixels divided = found;
    int label = divided == null ? Superpixels.NONE : divided.at(pointer.pixelX(), pointer.pixelY());
    if (label != hovered) {
      hover(label);
    }
  }

  /** Shows what a click would paint. */
  private void hover(int label) {
    hovered = label;
    shown = new ArrayList<>(borders);
    Superpixels divided = found;
    Optional<Paint> paint = bench().paint();
    if (divided != null && label != Superpixels.NONE && paint.isPresent()) {
      RegionChange.Part part = new RegionChange.Part(paint.get().label(), divided.get(label));
      shown.addAll(bench().preview(new RegionChange(List.of(part))));
    }
  }

  @Override
  public Optional<Runnable> leave() throws IOException {
    running.cancel();
    asked = null;
    found = null;
    borders = List.of();
    hover(Superpixels.NONE);
    return super.leave();
  }

  @Override
  public Optional<Pending> pending() {
    return asked != null && found == null
        ? Optional.of(Pending.notice("pending.superpixels"))
        : super.pending();
  }

  @Override
  public List<Overlay> overlays() {
    return shown;
  }
}
