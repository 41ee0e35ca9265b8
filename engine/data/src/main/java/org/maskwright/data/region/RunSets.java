package org.maskwright.data.region;

/** Sets of pixels put together from others, by the run. */
public final class RunSets {

  private static final int NEVER = Integer.MAX_VALUE;

  private RunSets() {}

  /** Whether a pixel belongs to the outcome; one that is in neither set does not. */
  private interface Rule {
    boolean keeps(boolean first, boolean second);
  }

  /** The pixels of either. */
  public static Runs union(Runs first, Runs second) {
    return combine(first, second, (a, b) -> a || b);
  }

  /** The pixels of the first that the second has not. */
  public static Runs minus(Runs first, Runs second) {
    return combine(first, second, (a, b) -> a && !b);
  }

  /** The pixels of both. */
  public static Runs intersection(Runs first, Runs second) {
    return combine(first, second, (a, b) -> a && b);
  }

  private static Runs combine(Runs first, Runs second, Rule rule) {
    Runs.Builder result = new Runs.Builder();
    Reader a = new Reader(first);
    Reader b = new Reader(second);
    while (!a.isAtEnd() || !b.isAtEnd()) {
      int y = Math.min(a.row(), b.row());
      int from = Math.min(a.edge(y), b.edge(y));
      while (from != NEVER) {
        a.pass(y, from);
        b.pass(y, from);
        int to = Math.min(a.edge(y), b.edge(y));
        if (rule.keeps(a.inside, b.inside)) {
          result.add(y, from, to);
        }
        from = to;
      }
    }
    return result.build();
  }

  /** Goes over the edges of runs, from the left to the right in each row. */
  private static final class Reader {

    private final Runs runs;
    private int next;
    private boolean inside;

    Reader(Runs runs) {
      this.runs = runs;
    }

    boolean isAtEnd() {
      return next == runs.size();
    }

    int row() {
      return isAtEnd() ? NEVER : runs.row(next);
    }

    /** Where the next run of a row begins, or this one ends. */
    int edge(int y) {
      if (row() != y) {
        return NEVER;
      }
      return inside ? runs.to(next) : runs.from(next);
    }

    void pass(int y, int x) {
      if (edge(y) == x) {
        next += inside ? 1 : 0;
        inside = !inside;
      }
    }
  }
}
