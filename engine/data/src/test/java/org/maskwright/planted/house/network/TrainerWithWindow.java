package org.maskwright.planted.house.network;

import org.maskwright.planted.house.app.canvas.Canvas;

/** Breaks a wall: the engine knows the window. */
public final class TrainerWithWindow {
  public final Canvas canvas = new Canvas();
}
