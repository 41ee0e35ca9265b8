package org.maskwright.app.canvas;

/** Hears what a person does with the mouse or pen on an image. */
public interface PointerListener {

  void pressed(Pointer pointer);

  void dragged(Pointer pointer);

  void released(Pointer pointer);

  /** The pointer moved with no button down. */
  void moved(Pointer pointer);

  /** The pointer is no longer over the image's view. */
  void left();

  /** Shift or Alt with the wheel: the tool's size, in notches up or down. */
  void resized(int notches);
}
