package org.maskwright.network.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.click.ClickNetworks;
import org.maskwright.network.click.ClickProblem;
import org.maskwright.network.predict.Predictor;
import org.maskwright.network.weights.model.ModelDescription;
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
    Predictor predictor = load(file, progress);
    long bytes = Files.size(file);
    warm.addFirst(new Warm(hash, bytes, predictor));
    return predictor;
  }

  private Predictor load(Path file, Progress progress) throws IOException {
    try (ModelFile model = ModelFile.open(file)) {
      ModelDescription description = model.description();
      if (ClickNetworks.isClickModel(description)) {
        throw DataException.of(ClickProblem.ONLY_CLICKS, description.card().name());
      }
      makeRoom(Files.size(file));
      return new Predictor(model.load(progress));
    }
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
