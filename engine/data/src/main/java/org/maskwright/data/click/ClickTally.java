package org.maskwright.data.click;

/** What all objects together took that were selected by clicks. */
public record ClickTally(long objects, long clicks, double seconds) {

  public static final ClickTally NONE = new ClickTally(0, 0, 0);

  /** One object more. */
  public ClickTally plus(int moreClicks, double moreSeconds) {
    return new ClickTally(objects + 1, clicks + moreClicks, seconds + moreSeconds);
  }

  public double clicksEach() {
    return objects == 0 ? 0 : (double) clicks / objects;
  }

  public double secondsEach() {
    return objects == 0 ? 0 : seconds / objects;
  }
}
