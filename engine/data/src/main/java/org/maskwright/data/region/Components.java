package org.maskwright.data.region;

import java.util.Arrays;
import org.maskwright.data.label.LabelMask;
import org.maskwright.data.label.Region;

/**
 * The connected parts of an area, numbered in the order in which reading row by row meets them.
 * They are found by joining runs of neighbouring rows (union-find), which is linear in the runs.
 */
public final class Components {

  private final Runs runs;

  /** The runs of part i stand at {@code order[start[i]]} up to {@code order[start[i + 1]]}. */
  private final int[] order;

  private final int[] start;
  private final long[] areas;

  private Components(Runs runs, int[] order, int[] start, long[] areas) {
    this.runs = runs;
    this.order = order;
    this.start = start;
    this.areas = areas;
  }

  /** The connected parts of the pixels with one label. */
  public static Components ofLabel(LabelMask mask, int label, Connectivity connectivity) {
    return of(Runs.ofLabel(mask, label, mask.bounds()), connectivity);
  }

  public static Components of(Area area, Connectivity connectivity) {
    Runs runs = Runs.of(area);
    int[] parent = new int[runs.size()];
    Arrays.setAll(parent, i -> i);
    joinRows(runs, parent, connectivity.reach());
    int count = 0;
    int[] part = new int[parent.length];
    for (int i = 0; i < parent.length; i++) {
      // A root is the first run of its part, so parts get their numbers in reading order.
      part[i] = parent[i] == i ? count++ : part[root(parent, i)];
    }
    return grouped(runs, part, count);
  }

  private static void joinRows(Runs runs, int[] parent, int reach) {
    int above = 0;
    for (int i = 0; i < runs.size(); i++) {
      int row = runs.row(i);
      while (runs.row(above) < row - 1
          || (runs.row(above) == row - 1 && runs.to(above) + reach <= runs.from(i))) {
        above++;
      }
      // The last run that touches stays for the next one, which may touch it too.
      for (int j = above; runs.row(j) == row - 1 && runs.from(j) < runs.to(i) + reach; j++) {
        join(parent, i, j);
      }
    }
  }

  private static void join(int[] parent, int a, int b) {
    int rootA = root(parent, a);
    int rootB = root(parent, b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  private static int root(int[] parent, int i) {
    int root = i;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private static Components grouped(Runs runs, int[] part, int count) {
    int[] start = new int[count + 1];
    long[] areas = new long[count];
    for (int i = 0; i < part.length; i++) {
      start[part[i] + 1]++;
      areas[part[i]] += runs.to(i) - runs.from(i);
    }
    for (int i = 0; i < count; i++) {
      start[i + 1] += start[i];
    }
    int[] next = Arrays.copyOf(start, count);
    int[] order = new int[part.length];
    for (int i = 0; i < part.length; i++) {
      order[next[part[i]]++] = i;
    }
    return new Components(runs, order, start, areas);
  }

  public int count() {
    return areas.length;
  }

  /** The number of pixels of a part. */
  public long area(int part) {
    return areas[part];
  }

  /** The pixels of a part. */
  public Runs get(int part) {
    Runs.Builder builder = new Runs.Builder();
    for (int i = start[part]; i < start[part + 1]; i++) {
      int run = order[i];
      builder.add(runs.row(run), runs.from(run), runs.to(run));
    }
    return builder.build();
  }

  /** The smallest rectangle around a part. */
  public Region bounds(int part) {
    int left = Integer.MAX_VALUE;
    int right = Integer.MIN_VALUE;
    for (int i = start[part]; i < start[part + 1]; i++) {
      left = Math.min(left, runs.from(order[i]));
      right = Math.max(right, runs.to(order[i]));
    }
    int top = runs.row(order[start[part]]);
    int bottom = runs.row(order[start[part + 1] - 1]) + 1;
    return Region.between(left, top, right, bottom);
  }

  /** The part with the most pixels, the first of several; -1 when there is none. */
  public int largest() {
    int largest = -1;
    for (int i = 0; i < areas.length; i++) {
      if (largest < 0 || areas[i] > areas[largest]) {
        largest = i;
      }
    }
    return largest;
  }

  /** The part that a pixel belongs to; -1 if it belongs to none. */
  public int partAt(int x, int y) {
    for (int part = 0; part < areas.length; part++) {
      for (int i = start[part]; i < start[part + 1]; i++) {
        int run = order[i];
        if (runs.row(run) == y && runs.from(run) <= x && x < runs.to(run)) {
          return part;
        }
      }
    }
    return -1;
  }

  /** The pixels of all parts that pass the test, as one area. */
  public Runs select(PartTest test) {
    boolean[] chosen = new boolean[runs.size()];
    for (int part = 0; part < areas.length; part++) {
      if (test.test(part)) {
        for (int i = start[part]; i < start[part + 1]; i++) {
          chosen[order[i]] = true;
        }
      }
    }
    Runs.Builder builder = new Runs.Builder();
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        builder.add(runs.row(i), runs.from(i), runs.to(i));
      }
    }
    return builder.build();
  }

  /** Decides about one part by its number. */
  @FunctionalInterface
  public interface PartTest {
    boolean test(int part);
  }
}
