package org.maskwright.network.weights.keras;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.Opened;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorFile;
import org.maskwright.network.weights.WeightsProblem;
import org.maskwright.network.weights.hdf5.Hdf5File;

/**
 * A .h5 file of Keras, of weights or of a whole model. A layer's kernel is called {@code
 * layer.weight} and has its axes where others have them: outputs, inputs, rows, columns.
 */
public final class KerasFile implements TensorFile {

  public static final List<String> EXTENSIONS = List.of(".h5", ".hdf5");

  /** What whole models hold besides; it has arrays as large and as many as the weights. */
  private static final String OPTIMIZER = "optimizer_weights/";

  // Today kernel, before Keras 2 conv1_W_1, both with or without the number of an output.
  private static final Pattern KERNEL = Pattern.compile("(kernel|.*_W(_\\d+)?)(:0)?");
  private static final Pattern BIAS = Pattern.compile("(bias|.*_b(_\\d+)?)(:0)?");

  private final Hdf5File file;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  private KerasFile(Hdf5File file) throws DataException {
    this.file = file;
    nameAll();
  }

  public static KerasFile open(Path path) throws IOException {
    return Opened.read(Hdf5File.open(path), KerasFile::new);
  }

  private void nameAll() throws DataException {
    String name = String.valueOf(path().getFileName());
    for (Tensor array : file.arrays().values()) {
      Tensor tensor = named(array);
      if (!array.name().startsWith(OPTIMIZER) && tensors.put(tensor.name(), tensor) != null) {
        throw DataException.of(
            WeightsProblem.DAMAGED, name, "it holds \"" + tensor.name() + "\" twice");
      }
    }
    if (tensors.isEmpty()) {
      throw DataException.of(WeightsProblem.DAMAGED, name, "it holds no arrays of numbers");
    }
  }

  private static Tensor named(Tensor array) {
    String[] path = array.name().split("/", -1);
    if (path.length < 2) {
      return array;
    }
    String layer = path[path.length - 2];
    String part = path[path.length - 1];
    if (KERNEL.matcher(part).matches()) {
      return turned(array).renamed(layer + ".weight");
    }
    return BIAS.matcher(part).matches() ? array.renamed(layer + ".bias") : array;
  }

  private static Tensor turned(Tensor kernel) {
    return switch (kernel.shape().axes()) {
      case 2 -> kernel.permuted(1, 0);
      case 4 -> kernel.permuted(3, 2, 0, 1);
      default -> kernel;
    };
  }

  @Override
  public Path path() {
    return file.path();
  }

  @Override
  public Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
