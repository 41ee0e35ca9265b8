package org.maskwright.network.weights.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.network.weights.FileBytes;
import org.maskwright.network.weights.FileFloats;
import org.maskwright.network.weights.Opened;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorFile;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.archive.Archive;
import org.maskwright.network.weights.archive.Member;

/** A zip of Deeplearning4j's {@code ModelSerializer}, as its zoo has them: a chain of layers. */
public final class Dl4jFile implements TensorFile {

  public static final String EXTENSION = ".zip";

  private static final String CONFIGURATION = "configuration.json";
  private static final String COEFFICIENTS = "coefficients.bin";

  private static final int MAX_CONFIGURATION = 4 << 20;

  /** Twice what VGG19 has. */
  private static final long MAX_PARAMETERS = 1L << 28;

  /** What may come out of any file, and how much more than went in. */
  private static final long FREE_BYTES = 16L << 20;

  private static final long MAX_RATIO = 50;

  private final Path path;
  private final FileBytes bytes;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  private Dl4jFile(Path path, FileBytes bytes, List<Layer> layers) {
    this.path = path;
    this.bytes = bytes;
    layers.forEach(new Row(this)::take);
  }

  /** Whether a zip is one of these. */
  public static boolean recognises(Archive archive) {
    return archive.names().containsAll(List.of(CONFIGURATION, COEFFICIENTS));
  }

  public static Dl4jFile open(Path path) throws IOException {
    return open(path, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * Opens it.
   *
   * @param scratch where the numbers are unpacked to, until it is closed
   */
  static Dl4jFile open(Path path, Path scratch) throws IOException {
    try (Archive archive = Archive.open(path)) {
      byte[] json = member(archive, CONFIGURATION).toBytes(MAX_CONFIGURATION);
      List<Layer> layers = GraphJson.layers(archive.name(), json);
      long count = layers.stream().mapToLong(Layer::parameters).sum();
      check(archive.name(), count, Files.size(path));
      Coefficients row = new Coefficients(archive.name(), member(archive, COEFFICIENTS));
      return Opened.read(
          unpacked(archive.name(), row, count, scratch),
          bytes -> new Dl4jFile(path, bytes, layers));
    }
  }

  private static FileBytes unpacked(String file, Coefficients row, long count, Path scratch)
      throws IOException {
    try {
      return FileBytes.scratch(scratch, out -> row.unpack(count, out));
    } catch (DataException e) {
      throw e;
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      throw new DataException(Problem.of(WeightsProblem.NOT_UNPACKED, file, scratch, why), e);
    }
  }

  private static void check(String file, long count, long size) throws DataException {
    if (count > MAX_PARAMETERS || count * Float.BYTES > FREE_BYTES + size * MAX_RATIO) {
      throw DataException.of(
          WeightsProblem.OVER_LIMIT,
          file,
          "in " + size + " bytes it claims to hold " + count + " parameters");
    }
  }

  private static Member member(Archive archive, String name) throws DataException {
    return archive
        .member(name)
        .orElseThrow(
            () ->
                DataException.of(
                    WeightsProblem.DAMAGED, archive.name(), "as a zip it has no " + name));
  }

  /** Where the next parameters lie. */
  private static final class Row {

    private final Dl4jFile file;
    private long at;

    private Row(Dl4jFile file) {
      this.file = file;
    }

    private void take(Layer layer) {
      if (layer.biasFirst()) {
        takeBias(layer);
      }
      Tensor weight = next(layer.name() + ".weight", layer.weight());
      file.put(layer.permutation().map(weight::permuted).orElse(weight));
      if (!layer.biasFirst()) {
        takeBias(layer);
      }
    }

    private void takeBias(Layer layer) {
      if (layer.bias()) {
        file.put(next(layer.name() + ".bias", Shape.of(layer.outputs())));
      }
    }

    private Tensor next(String name, Shape shape) {
      FileFloats source = new FileFloats(file.bytes, at * Float.BYTES, TensorType.F32);
      at += shape.elements();
      return new Tensor(name, shape, source);
    }
  }

  private void put(Tensor tensor) {
    tensors.put(tensor.name(), tensor);
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
