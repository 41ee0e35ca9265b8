package org.maskwright.app.session;

import java.util.List;

/** How far the guide through the first hour has come. */
public enum GuideStep {
  LOOK,
  CORRECT,
  CLICK,
  LEARN,
  EXPORT,
  /** Read to its end, or dismissed. */
  OVER;

  private static final List<GuideStep> ORDER = List.of(values());

  /** How many there are to read. */
  public static final int COUNT = ORDER.size() - 1;

  /** Which one it is, counted from 1. */
  public int number() {
    return ORDER.indexOf(this) + 1;
  }

  public GuideStep next() {
    return ORDER.get(Math.min(ORDER.indexOf(this) + 1, COUNT));
  }

  public GuideStep back() {
    return ORDER.get(Math.max(ORDER.indexOf(this) - 1, 0));
  }
}
