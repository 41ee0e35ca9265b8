package org.maskwright.planted.house.app.train;

import org.maskwright.planted.house.app.engine.Engine;

/** Breaks a wall: a view acts by itself. */
public final class EngineView {
  public final Engine used = new Engine();
}
