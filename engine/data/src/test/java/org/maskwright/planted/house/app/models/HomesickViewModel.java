package org.maskwright.planted.house.app.models;

import org.maskwright.planted.house.app.main.MainView;

/** Breaks a wall: a feature knows what puts it together. */
public final class HomesickViewModel {
  public final MainView home = new MainView();
}
