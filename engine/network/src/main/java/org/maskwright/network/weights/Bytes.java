package org.maskwright.network.weights;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Bytes that are read at any place. */
@FunctionalInterface
public interface Bytes {

  /** Fills what remains of the buffer; an end before that is an error. */
  void read(long position, ByteBuffer into) throws IOException;
}
