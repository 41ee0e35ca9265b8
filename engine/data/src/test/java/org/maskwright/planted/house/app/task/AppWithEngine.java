package org.maskwright.planted.house.app.task;

import org.maskwright.planted.house.network.Trainer;

/** Breaks a wall: app knows the engine. */
public final class AppWithEngine {
  public final Trainer trainer = new Trainer();
}
