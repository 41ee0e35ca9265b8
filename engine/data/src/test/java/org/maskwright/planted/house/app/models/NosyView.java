package org.maskwright.planted.house.app.models;

import org.maskwright.planted.house.app.compare.CompareView;

/** Breaks a wall: a feature knows another. */
public final class NosyView {
  public final CompareView compare = new CompareView();
}
