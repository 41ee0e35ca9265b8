package org.maskwright.network.weights;

import java.io.IOException;
import java.nio.FloatBuffer;
import org.maskwright.data.problem.DataException;

/**
 * Numbers that can be read from anywhere in their order, piece by piece, so that no array ever has
 * to be in memory twice.
 */
@FunctionalInterface
public interface FloatSource {

  /** Fills what remains of the target with the numbers from that index on. */
  void read(long from, FloatBuffer target) throws IOException;

  /** What stands for an array of counters or flags: files carry them along, nobody reads them. */
  static FloatSource notReal(String file, String name, TensorType type) {
    return (from, target) -> {
      throw DataException.of(WeightsProblem.NOT_REAL, file, name, type.name());
    };
  }
}
