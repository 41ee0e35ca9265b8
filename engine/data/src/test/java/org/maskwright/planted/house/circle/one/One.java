package org.maskwright.planted.house.circle.one;

import org.maskwright.planted.house.circle.other.Other;

/** Breaks a wall: half of a circle. */
public interface One {
  Other next();
}
