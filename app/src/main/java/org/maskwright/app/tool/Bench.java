package org.maskwright.app.tool;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks.Work;
import org.maskwright.data.image.pyramid.PixelSource;
import org.maskwright.data.label.Region;
import org.maskwright.data.region.Area;
import org.maskwright.data.region.RegionChange;

/** Where tools work: the image and its mask, and hands for what takes long. */
public interface Bench {

  /** What to paint with; empty while no mask is open for painting. */
  Optional<Paint> paint();

  /** The image on show. */
  Optional<PixelSource> pixels();

  /** The part of the image that is seen. */
  Region visible();

  /** Screen pixels an image pixel. */
  double zoom();

  /**
   * Works away from the window. The answer comes back on the window's thread; it is dropped if it
   * was cancelled, or if another image is on show by then.
   */
  <T> RunningTask compute(Work<T> work, Consumer<T> answer);

  /**
   * Fills an area, or makes it unlabelled, as one step; a large area away from the window's thread.
   * If somebody is painting a stroke just then, it waits for its end.
   */
  void fill(Paint paint, Area area, boolean erasing);

  /** Paints a change as one step, in the same way. */
  void change(Paint paint, RegionChange change);

  /** Paints an object that was clicked, and takes away what is no part of it, as one step. */
  void object(Paint paint, Area painted, Area erased);

  /** What is proposed for the image on show and can be taken into its mask; perhaps nothing. */
  default Optional<Taking> taking() {
    return Optional.empty();
  }

  /** Takes a part of a proposal as one step, in the same way. */
  void take(Taking taking, RegionChange change);

  /** How a change looks before it is done. */
  List<Overlay> preview(RegionChange change);

  /** The same, lighter: the image is to be seen through it. */
  List<Overlay> lightPreview(RegionChange change);

  /** Tells what could not be done. */
  void complain(Exception reason);

  /** A tool's sketch, overlays or pending thing changed outside of a call to it. */
  void changed();
}
