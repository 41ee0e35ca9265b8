package org.maskwright.data.label;

import java.io.IOException;
import java.io.InputStream;

/** One row of a PNG file, with the row above it, which the filters refer to. */
final class PngRow {

  private final int columns;
  private final int depth;

  /** How far left of a byte the same part of the pixel before it lies. */
  private final int pixel;

  private byte[] current;
  private byte[] above;

  PngRow(int columns, int depth) {
    this.columns = columns;
    this.depth = depth;
    pixel = Math.max(1, depth / 8);
    int bytes = 1 + (int) (((long) columns * depth + 7) / 8);
    current = new byte[bytes];
    above = new byte[bytes];
  }

  /** Reads the next row; false if the stream ends before it does. */
  boolean read(InputStream in) throws IOException {
    byte[] free = above;
    above = current;
    current = free;
    return in.readNBytes(current, 0, current.length) == current.length;
  }

  /** Undoes the row's filter; false if there is no such filter. */
  boolean unfilter() {
    switch (current[0]) {
      case 0 -> {}
      case 1 -> addLeft();
      case 2 -> addAbove();
      case 3 -> addAverage();
      case 4 -> addPaeth();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void addLeft() {
    for (int i = 1 + pixel; i < current.length; i++) {
      current[i] += current[i - pixel];
    }
  }

  private void addAbove() {
    for (int i = 1; i < current.length; i++) {
      current[i] += above[i];
    }
  }

  private void addAverage() {
    for (int i = 1; i < current.length; i++) {
      int left = i > pixel ? current[i - pixel] & 0xFF : 0;
      current[i] += (byte) ((left + (above[i] & 0xFF)) >> 1);
    }
  }

  private void addPaeth() {
    for (int i = 1; i < current.length; i++) {
      int left = i > pixel ? current[i - pixel] & 0xFF : 0;
      int aboveLeft = i > pixel ? above[i - pixel] & 0xFF : 0;
      current[i] += (byte) nearest(left, above[i] & 0xFF, aboveLeft);
    }
  }

  /** The neighbour nearest to left + up - aboveLeft; on a tie the first of them. */
  private static int nearest(int left, int up, int aboveLeft) {
    int toLeft = Math.abs(up - aboveLeft);
    int toUp = Math.abs(left - aboveLeft);
    int toAboveLeft = Math.abs(left + up - 2 * aboveLeft);
    if (toLeft <= toUp && toLeft <= toAboveLeft) {
      return left;
    }
    return toUp <= toAboveLeft ? up : aboveLeft;
  }

  /** Puts the row's pixels at every so many places from the start, two bytes each at 16 bits. */
  void unpack(byte[] samples, int start, int step) {
    if (depth >= 8 && step == 1) {
      System.arraycopy(current, 1, samples, start * pixel, columns * pixel);
      return;
    }
    if (depth == 16) {
      for (int x = 0; x < columns; x++) {
        System.arraycopy(current, 1 + 2 * x, samples, 2 * (start + x * step), 2);
      }
      return;
    }
    int perByte = 8 / depth;
    int most = (1 << depth) - 1;
    for (int x = 0; x < columns; x++) {
      int shift = 8 - depth * (x % perByte + 1);
      samples[start + x * step] = (byte) (current[1 + x / perByte] >> shift & most);
    }
  }
}
