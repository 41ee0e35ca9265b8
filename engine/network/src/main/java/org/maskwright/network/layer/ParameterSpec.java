package org.maskwright.network.layer;

import java.util.List;

/**
 * A parameter of a kernel: its short name and its shape, outermost dimension first. Convolutions
 * are [out, in, row, column] in memory as in the files that weights come in.
 */
public record ParameterSpec(String name, List<Long> shape) {

  public ParameterSpec {
    shape = List.copyOf(shape);
  }

  public static ParameterSpec of(String name, long... shape) {
    return new ParameterSpec(name, java.util.Arrays.stream(shape).boxed().toList());
  }

  public long count() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /** The shape as ND4J wants it. */
  public long[] dimensions() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }
}
