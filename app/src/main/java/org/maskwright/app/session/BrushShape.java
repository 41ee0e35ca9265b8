package org.maskwright.app.session;

import org.maskwright.data.region.Area;
import org.maskwright.data.region.Dab;
import org.maskwright.data.region.SquareDab;

/** What a brush leaves where it goes. */
public enum BrushShape {
  ROUND {
    @Override
    public Area sweep(double fromX, double fromY, double toX, double toY, double radius) {
      return new Dab(fromX, fromY, toX, toY, radius);
    }
  },
  SQUARE {
    @Override
    public Area sweep(double fromX, double fromY, double toX, double toY, double radius) {
      return new SquareDab(fromX, fromY, toX, toY, radius);
    }
  };

  /** What is covered on the way from one point to another. */
  public abstract Area sweep(double fromX, double fromY, double toX, double toY, double radius);
}
