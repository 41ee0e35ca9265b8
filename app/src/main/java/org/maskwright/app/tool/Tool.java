package org.maskwright.app.tool;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.maskwright.app.canvas.Overlay;
import org.maskwright.app.canvas.Pointer;

/** What the pointer does on an image. */
public interface Tool {

  void pressed(Pointer pointer) throws IOException;

  default void dragged(Pointer pointer) throws IOException {}

  default void released(Pointer pointer) throws IOException {}

  /** The pointer moved with no button down. */
  default void moved(Pointer pointer) {}

  /** The tool was taken in hand. */
  default void taken() {}

  /** One paints with another class, in another mode, or other classes are locked. */
  default void paintChanged() {}

  /** Another part of the image is seen, and has been for a moment. */
  default void viewSettled() {}

  /** Gives up what is half done, such as the stroke in the making. */
  void cancel() throws IOException;

  /** What is half done, and what can be done about it; empty while nothing is. */
  Optional<Pending> pending();

  /** Paints what is half done. */
  default void accept() throws IOException {}

  /**
   * Takes back the last part of what is half done.
   *
   * @return false if there is no such part
   */
  default boolean back() {
    return false;
  }

  /**
   * Ends a gesture because the image is left: what is painted stays, what is half done is given up.
   *
   * @return brings back what was given up, for when one comes back to the image
   */
  default Optional<Runnable> leave() throws IOException {
    cancel();
    return Optional.empty();
  }

  /** The lines and handles to draw over the image. */
  default Sketch sketch() {
    return Sketch.NONE;
  }

  /** The areas to draw over the image. */
  default List<Overlay> overlays() {
    return List.of();
  }
}
