package org.maskwright.network.architecture;

import java.util.List;

/**
 * One parameter of a network under the name that it has in every file: {@code conv1_1.weight},
 * {@code block3.expand.bias}, {@code score_16.weight}. Convolutions are [out, in, row, column],
 * depthwise ones [channel, 1, row, column], deconvolutions [in, out, row, column]; that is also
 * their order in memory. Read and written in blocks, so that nothing large exists twice.
 */
public final class NamedParameter {

  /** What the name of a convolution's batch normalisation ends in. */
  static final String NORM = ".norm";

  private static final int BLOCK = 1 << 16;

  private final String name;
  private final List<Long> shape;
  private final long count;
  private final FlatParameters storage;
  private final long offset;

  NamedParameter(String name, List<Long> shape, FlatParameters storage, long offset) {
    this.name = name;
    this.shape = shape;
    this.count = shape.stream().reduce(1L, Math::multiplyExact);
    this.storage = storage;
    this.offset = offset;
  }

  public String name() {
    return name;
  }

  /** Outermost dimension first. */
  public List<Long> shape() {
    return shape;
  }

  public long count() {
    return count;
  }

  /** Where it begins among all parameters of its network. */
  public long offset() {
    return offset;
  }

  /** The step of the network that it belongs to. */
  public String owner() {
    return name.substring(0, name.lastIndexOf('.'));
  }

  public boolean isBias() {
    return name.endsWith(".bias");
  }

  /** Whether batch normalisation owns it. */
  public boolean isOfNorm() {
    return owner().endsWith(NORM);
  }

  /** Whether it follows what passes through, and learns from no gradient. */
  public boolean isStatistic() {
    return isOfNorm() && (name.endsWith(".mean") || name.endsWith(".variance"));
  }

  /** Copies {@code length} numbers from place {@code at} of this parameter on. */
  public void read(long at, float[] into, int length) {
    check(at, length);
    storage.read(offset + at, into, length);
  }

  /** Replaces {@code length} numbers from place {@code at} of this parameter on. */
  public void write(long at, float[] values, int length) {
    check(at, length);
    storage.write(offset + at, values, length);
  }

  /** Copies all of it into another one that is as large. */
  public void copyTo(NamedParameter other) {
    float[] block = new float[(int) Math.min(BLOCK, count)];
    for (long at = 0; at < count; at += BLOCK) {
      int length = (int) Math.min(BLOCK, count - at);
      read(at, block, length);
      other.write(at, block, length);
    }
  }

  private void check(long at, int length) {
    if (at < 0 || length < 0 || at + length > count) {
      throw new IndexOutOfBoundsException(
          "%d numbers at %d of %d in %s".formatted(length, at, count, name));
    }
  }

  @Override
  public String toString() {
    return name + shape;
  }
}
