package org.maskwright.network.refine;

import java.util.Arrays;

/**
 * The points of a lattice that something lies near, numbered as they come. A point is told by all
 * of its coordinates but the last, which follows from the others.
 */
final class LatticePoints {

  private static final int FIRST_CAPACITY = 1 << 14;
  private static final int FREE = -1;

  private final int dimension;
  private int[] keys;
  private int[] table;
  private int size;

  LatticePoints(int dimension) {
    this.dimension = dimension;
    keys = new int[FIRST_CAPACITY / 2 * dimension];
    table = emptyTable(FIRST_CAPACITY);
  }

  private static int[] emptyTable(int capacity) {
    int[] table = new int[capacity];
    Arrays.fill(table, FREE);
    return table;
  }

  int size() {
    return size;
  }

  /** The number of a point, which is new if it was not there. */
  int add(int[] key) {
    int slot = slot(key);
    if (table[slot] != FREE) {
      return table[slot];
    }
    if (2 * (size + 1) > table.length) {
      grow();
      slot = slot(key);
    }
    System.arraycopy(key, 0, keys, size * dimension, dimension);
    table[slot] = size;
    return size++;
  }

  /** The number of a point, or -1 if nothing is near it. */
  int find(int[] key) {
    return table[slot(key)];
  }

  /** Copies the coordinates of a point. */
  void read(int number, int[] into) {
    System.arraycopy(keys, number * dimension, into, 0, dimension);
  }

  private int slot(int[] key) {
    int hash = 0;
    for (int i = 0; i < dimension; i++) {
      hash = (hash + key[i]) * 0x9E3779B1;
    }
    int slot = (hash ^ hash >>> 15) & table.length - 1;
    while (table[slot] != FREE && !isAt(table[slot], key)) {
      slot = slot + 1 & table.length - 1;
    }
    return slot;
  }

  private boolean isAt(int number, int[] key) {
    int at = number * dimension;
    for (int i = 0; i < dimension; i++) {
      if (keys[at + i] != key[i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, keys.length * 2);
    table = emptyTable(table.length * 2);
    int[] key = new int[dimension];
    for (int number = 0; number < size; number++) {
      read(number, key);
      table[slot(key)] = number;
    }
  }
}
