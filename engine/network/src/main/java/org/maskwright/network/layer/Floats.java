package org.maskwright.network.layer;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Moves numbers between arrays off the heap and Java's own, in blocks. Loops over Java arrays are
 * vectorised by the JIT; loops over ND4J's accessors are a hundred times slower. Arrays of doubles
 * are rounded on the way, which only gradient checks see.
 */
public final class Floats {

  private Floats() {}

  /** An array with these numbers, which the caller closes; ND4J's own way goes one by one. */
  public static INDArray array(float[] values, long... shape) {
    INDArray array = Nd4j.createUninitializedDetached(DataType.FLOAT, shape);
    write(array, 0, values, values.length);
    return array;
  }

  /** Reads {@code count} numbers from place {@code at} on; the array lies row by row. */
  public static void read(INDArray from, long at, float[] into, int count) {
    if (from.dataType() == DataType.FLOAT) {
      floats(from).position(at).get(into, 0, count);
      return;
    }
    double[] wide = new double[count];
    doubles(from).position(at).get(wide, 0, count);
    for (int i = 0; i < count; i++) {
      into[i] = (float) wide[i];
    }
  }

  /** Writes {@code count} numbers from place {@code at} on. */
  public static void write(INDArray to, long at, float[] values, int count) {
    if (to.dataType() == DataType.FLOAT) {
      floats(to).position(at).put(values, 0, count);
      return;
    }
    double[] wide = new double[count];
    for (int i = 0; i < count; i++) {
      wide[i] = values[i];
    }
    doubles(to).position(at).put(wide, 0, count);
  }

  /** Writes a small matrix of so many rows and columns with both exchanged. */
  static void transpose(INDArray from, INDArray to, int rows, int columns) {
    if (from.dataType() != DataType.FLOAT) {
      to.reshape('c', columns, rows).assign(from.reshape('c', rows, columns).transpose());
      return;
    }
    float[] before = new float[rows * columns];
    float[] after = new float[rows * columns];
    read(from, 0, before, before.length);
    for (int i = 0; i < before.length; i++) {
      after[i % columns * rows + i / columns] = before[i];
    }
    write(to, 0, after, after.length);
  }

  private static FloatPointer floats(INDArray array) {
    return new FloatPointer(start(array));
  }

  private static DoublePointer doubles(INDArray array) {
    return new DoublePointer(start(array));
  }

  private static Pointer start(INDArray array) {
    return array.data().addressPointer();
  }
}
