package org.maskwright.planted.house.circle.other;

import org.maskwright.planted.house.circle.one.One;

/** Breaks a wall: half of a circle. */
public interface Other {
  One next();
}
