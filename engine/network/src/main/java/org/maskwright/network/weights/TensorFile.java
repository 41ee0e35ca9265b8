package org.maskwright.network.weights;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * A file of named arrays. Opening it checks its whole structure; the numbers are read later, so the
 * file stays open until it is closed.
 */
public interface TensorFile extends Closeable {

  Path path();

  /** What the file says about itself; nothing, where the format has no place for it. */
  default Map<String, String> metadata() {
    return Map.of();
  }

  /** The arrays by name, in the file's order. */
  Map<String, Tensor> tensors();

  /** The array of that name, which is there. */
  default Tensor tensor(String name) {
    return Objects.requireNonNull(tensors().get(name), name);
  }
}
