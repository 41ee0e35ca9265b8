package org.maskwright.testing;

/**
 * How often a counted property is tried: in full where CI=true, a tenth at the desk, so that the
 * suite stays short enough to be run before every commit.
 */
public final class Counted {

  private static final boolean IN_FULL = "true".equals(System.getenv("CI"));

  private Counted() {}

  public static int times(int inFull) {
    return IN_FULL ? inFull : Math.max(1, inFull / 10);
  }
}
