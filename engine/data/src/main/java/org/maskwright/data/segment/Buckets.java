package org.maskwright.data.segment;

import java.util.Arrays;

/**
 * A queue of pixels by price, for prices that are whole and never more than so many apart: a ring
 * of stacks, in which taking the cheapest needs no comparisons.
 */
final class Buckets {

  private final int[][] stacks;
  private final int[] sizes;
  private int price;
  private int count;

  /** A queue in which no price is this much or more above the cheapest one. */
  Buckets(int span) {
    stacks = new int[span][];
    Arrays.setAll(stacks, i -> new int[4]);
    sizes = new int[span];
  }

  boolean isEmpty() {
    return count == 0;
  }

  void add(int itsPrice, int pixel) {
    int slot = itsPrice % stacks.length;
    if (sizes[slot] == stacks[slot].length) {
      stacks[slot] = Arrays.copyOf(stacks[slot], sizes[slot] * 2);
    }
    stacks[slot][sizes[slot]++] = pixel;
    count++;
  }

  /** Takes one of the cheapest; {@link #price} is then its price. */
  int takeCheapest() {
    while (sizes[price % stacks.length] == 0) {
      price++;
    }
    int slot = price % stacks.length;
    count--;
    return stacks[slot][--sizes[slot]];
  }

  /** The price of what was taken last. */
  int price() {
    return price;
  }
}
