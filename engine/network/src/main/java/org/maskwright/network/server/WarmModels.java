package org.maskwright.network.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.maskwright.data.task.Progress;
import org.maskwright.network.predict.Predictor;
import org.maskwright.network.weights.model.ModelFile;

/** The models that were asked last, kept loaded. Used by one thread. */
final class WarmModels implements AutoCloseable {

  /** Of model files; the last one asked stays whatever its size. */
  private static final long MAX_BYTES = 1L << 30;

  private final Deque<Warm> warm = new ArrayDeque<>();

  /** A loaded model and the size of its file. */
  private record Warm(String hash, long bytes, Predictor predictor) {}

  /** The model of a file, loaded if it was not warm. */
  Predictor get(String hash, Path file, Progress progress) throws IOException {
    for (Warm known : warm) {
      if (known.hash().equals(hash)) {
        warm.remove(known);
        warm.addFirst(known);
        return known.predictor();
      }
    }
    long bytes = Files.size(file);
    makeRoom(bytes);
    Predictor predictor = new Predictor(ModelFile.load(file, progress));
    warm.addFirst(new Warm(hash, bytes, predictor));
    return predictor;
  }

  private void makeRoom(long bytes) {
    long taken = warm.stream().mapToLong(Warm::bytes).sum();
    while (!warm.isEmpty() && taken + bytes > MAX_BYTES) {
      Warm oldest = warm.removeLast();
      taken -= oldest.bytes();
      oldest.predictor().close();
    }
  }

  @Override
  public void close() {
    warm.forEach(known -> known.predictor().close());
    warm.clear();
  }
}
