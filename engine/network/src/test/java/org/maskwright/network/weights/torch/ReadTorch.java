package org.maskwright.network.weights.torch;

import java.io.IOException;
import java.nio.file.Path;
import org.maskwright.network.weights.Tensor;

/** Reads a file as whoever imports it does, down to its numbers. */
final class ReadTorch {

  private static final int WORTH_READING = 1000;

  private ReadTorch() {}

  static void all(Path file) throws IOException {
    try (TorchFile read = TorchFile.open(file)) {
      for (Tensor tensor : read.tensors().values()) {
        if (tensor.shape().elements() < WORTH_READING) {
          tensor.toArray();
        }
      }
    }
  }
}
