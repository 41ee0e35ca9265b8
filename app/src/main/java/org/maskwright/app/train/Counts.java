package org.maskwright.app.train;

import org.maskwright.app.text.Texts;

/** So many of something, in words. */
final class Counts {

  private Counts() {}

  /** One of a thing is said otherwise than many. */
  static String of(Texts texts, String what, long count) {
    String key = "train.count." + what;
    return count == 1 ? texts.get(key + "One") : texts.get(key, count);
  }
}
