package org.maskwright.planted.house.app.main;

import org.maskwright.planted.house.app.compare.CompareView;

/** Puts features together, as it may. */
public final class MainView {
  public final CompareView compare = new CompareView();
}
