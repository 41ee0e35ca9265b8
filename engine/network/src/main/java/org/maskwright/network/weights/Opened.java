package org.maskwright.network.weights;

import java.io.Closeable;
import java.io.IOException;

/** What was opened to be read, and is closed again if it cannot be. */
public final class Opened {

  private Opened() {}

  /** Makes something of what was opened, which closes it from then on. */
  @FunctionalInterface
  public interface Reading<S, T> {
    T read(S source) throws IOException;
  }

  public static <S extends Closeable, T> T read(S source, Reading<S, T> reading)
      throws IOException {
    boolean done = false;
    try {
      T made = reading.read(source);
      done = true;
      return made;
    } finally {
      if (!done) {
        source.close();
      }
    }
  }
}
