package org.maskwright.network.weights.naming;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.layer.BatchNormalisation;
import org.maskwright.network.layer.BilinearKernel;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorFile;
import org.maskwright.network.weights.surgery.InputScaling;
import org.maskwright.network.weights.surgery.NormFold;

/**
 * The arrays of a file under our own names. It keeps account: what was asked for and is not there,
 * what is there and nobody asked for.
 */
public final class Translation {

  private static final String WEIGHT = ".weight";
  private static final String BIAS = ".bias";

  private static final float TOLERANCE = 1e-6f;

  private final boolean live;
  private final double epsilon;
  private final Map<String, Tensor> source;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> misshapen = new ArrayList<>();
  private final Set<String> untouched;

  Translation(TensorFile file) {
    this(file, false);
  }

  /**
   * @param live whether batch normalisation stays beside the convolutions
   */
  Translation(TensorFile file, boolean live) {
    this(file, live, BatchNormalisation.EPSILON);
  }

  /**
   * @param epsilon what the file's network adds to variances
   */
  Translation(TensorFile file, boolean live, double epsilon) {
    this.live = live;
    this.epsilon = epsilon;
    this.source = file.tensors();
    this.untouched = new LinkedHashSet<>(source.keySet());
  }

  /** The arrays by our names. */
  public Map<String, Tensor> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  /** Their names of what the file should have and has not. */
  public List<String> missing() {
    return Collections.unmodifiableList(missing);
  }

  /** Their names of what does not even go together within the file. */
  public List<String> misshapen() {
    return Collections.unmodifiableList(misshapen);
  }

  /** Their names of what the file has and no network here knows. */
  public List<String> extra() {
    return List.copyOf(untouched);
  }

  /** Whether batch normalisation stayed beside the convolutions. */
  BatchNorm batchNorm() {
    return live ? BatchNorm.LIVE : BatchNorm.FOLDED;
  }

  /** How many channels a layer puts out, or the usual number if the file lacks it. */
  int channels(String ours, int usual) {
    Tensor weight = tensors.get(ours + WEIGHT);
    return weight == null || weight.shape().axes() == 0
        ? usual
        : Math.toIntExact(weight.shape().size(0));
  }

  List<Integer> channels(List<String> ours, List<Integer> usual) {
    return IntStream.range(0, usual.size())
        .mapToObj(i -> channels(ours.get(i), usual.get(i)))
        .toList();
  }

  /** An array that is in no file because it follows from the others. */
  public Translation add(Tensor tensor) {
    tensors.put(tensor.name(), tensor);
    return this;
  }

  /** Forgets an array of ours again. */
  public Translation drop(String ours) {
    tensors.remove(ours);
    return this;
  }

  /** A layer's weight and bias as they are. */
  Translation layer(String theirs, String ours) {
    weight(theirs, ours);
    Tensor bias = ask(theirs + BIAS);
    if (bias != null) {
      put(ours + BIAS, bias);
    }
    return this;
  }

  /** A layer without a bias. */
  Translation weight(String theirs, String ours) {
    Tensor weight = ask(theirs + WEIGHT);
    if (weight != null) {
      put(ours + WEIGHT, weight);
    }
    return this;
  }

  /** A fully connected layer over a map of such cells a side, flattened channel by channel. */
  Translation overCells(String theirs, String ours, int kernel) {
    layer(theirs, ours);
    Tensor weight = tensors.get(ours + WEIGHT);
    if (weight != null) {
      long outputs =
          Math.max(1, weight.shape().sizes().stream().filter(n -> n != 1).findFirst().orElse(1L));
      long inputs = weight.shape().elements() / outputs / kernel / kernel;
      Shape convolution = Shape.of(outputs, inputs, kernel, kernel);
      if (convolution.elements() == weight.shape().elements()) {
        put(ours + WEIGHT, weight.reshaped(convolution));
      }
    }
    return this;
  }

  /** The same where the file's framework has channels last, so flattens them cell by cell. */
  Translation overCellsOfChannels(String theirs, String ours, int kernel) {
    layer(theirs, ours);
    Tensor weight = tensors.get(ours + WEIGHT);
    if (weight != null && weight.shape().axes() == 2) {
      long outputs = weight.shape().size(0);
      long inputs = weight.shape().size(1) / kernel / kernel;
      Shape cells = Shape.of(outputs, kernel, kernel, inputs);
      if (cells.elements() == weight.shape().elements()) {
        put(ours + WEIGHT, weight.reshaped(cells).permuted(0, 3, 1, 2));
      }
    }
    return this;
  }

  /** A convolution and the batch normalisation behind it, as one convolution. */
  Translation folded(String theirs, String norm, String ours) throws IOException {
    Tensor weight = ask(theirs + WEIGHT);
    Tensor bias = source.containsKey(theirs + BIAS) ? ask(theirs + BIAS) : null;
    Tensor gamma = ask(norm + WEIGHT);
    Tensor beta = ask(norm + BIAS);
    Tensor mean = ask(norm + ".running_mean");
    Tensor variance = ask(norm + ".running_var");
    leave(norm + ".num_batches_tracked");
    if (weight == null || gamma == null || beta == null || mean == null || variance == null) {
      return this;
    }
    if (live && bias != null) {
      misshapen.add(theirs + " has a bias, for which live batch normalisation leaves no place");
      return this;
    }
    if (live) {
      put(ours + WEIGHT, weight);
      put(ours + ".norm.gamma", gamma);
      put(ours + ".norm.beta", beta);
      put(ours + ".norm.mean", mean);
      put(ours + ".norm.variance", variance);
      return this;
    }
    NormFold.Vectors vectors = new NormFold.Vectors(gamma, beta, mean, variance);
    if (!NormFold.fits(vectors, weight)) {
      misshapen.add(norm + " does not belong to " + theirs + " " + weight.shape());
      return this;
    }
    NormFold folding = NormFold.read(vectors, epsilon);
    put(ours + WEIGHT, folding.foldWeight(weight));
    put(ours + BIAS, folding.foldBias(ours + BIAS, bias));
    return this;
  }

  /**
   * A layer of fixed factors in front of one of ours, if the file has it, becomes a part of that.
   */
  Translation scaled(String theirs, String ours) throws IOException {
    Tensor weight = tensors.get(ours + WEIGHT);
    if (!source.containsKey(theirs + WEIGHT) || weight == null) {
      return this;
    }
    Tensor factors = ask(theirs + WEIGHT);
    if (factors != null && InputScaling.fits(factors, weight)) {
      put(ours + WEIGHT, InputScaling.apply(factors, weight));
    } else {
      misshapen.add(theirs + " does not belong in front of " + ours + " " + weight.shape());
    }
    return this;
  }

  /** What belongs to the file's network and has no place in ours, such as its classifier. */
  Translation leave(String... names) {
    for (String name : names) {
      untouched.remove(name);
      untouched.remove(name + WEIGHT);
      untouched.remove(name + BIAS);
    }
    return this;
  }

  /** The same for everything whose name begins like this. */
  Translation leaveAll(String prefix) {
    untouched.removeIf(name -> name.startsWith(prefix));
    return this;
  }

  /** Whether the file has an array of that name of theirs. */
  boolean has(String theirs) {
    return source.containsKey(theirs);
  }

  /** Forgets a deconvolution if it is no more than the bilinear filter; tells whether it was. */
  boolean dropIfBilinear(String ours) throws IOException {
    Tensor tensor = tensors.get(ours);
    if (tensor == null || tensor.shape().axes() != 4) {
      return false;
    }
    long classes = tensor.shape().size(0);
    long kernel = tensor.shape().size(2);
    if (!tensor.shape().equals(Shape.of(classes, classes, kernel, kernel))) {
      return false;
    }
    float[] bilinear = BilinearKernel.diagonal(Math.toIntExact(classes), Math.toIntExact(kernel));
    float[] values = tensor.toArray();
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i] - bilinear[i]) <= TOLERANCE)) {
        return false;
      }
    }
    drop(ours);
    return true;
  }

  private @Nullable Tensor ask(String name) {
    Tensor tensor = source.get(name);
    if (tensor == null) {
      missing.add(name);
    } else {
      untouched.remove(name);
    }
    return tensor;
  }

  private void put(String name, Tensor tensor) {
    tensors.put(name, tensor.renamed(name));
  }
}
