package org.maskwright.network.weights.fitting;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.NamedParameter;
import org.maskwright.network.backend.Processor;
import org.maskwright.network.weights.Magnitude;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.WeightsProblem;

/**
 * Makes a network out of a description and arrays. All shapes are compared before any memory is
 * taken, and nobody gets to see a network that was loaded by half.
 */
public final class Loading {

  private static final int BLOCK = 1 << 18;

  private final String file;
  private final Fitting fitting;
  private final ArchitectureDescription description;

  /**
   * @param file the name of what the arrays come from, for messages
   * @param known what does not add up already within the file
   * @throws MismatchException if the arrays do not fit
   */
  public Loading(
      String file,
      ArchitectureDescription description,
      Map<String, Tensor> tensors,
      Strictness strictness,
      Mismatch known)
      throws MismatchException {
    this.file = file;
    this.description = description;
    this.fitting = new Fitting(tensors, FcnNetwork.parameterSpecs(description), strictness);
    Mismatch mismatch = known.and(fitting.mismatch());
    if (!mismatch.isNone()) {
      throw new MismatchException(file, description.trunk().id(), mismatch);
    }
  }

  /** What the network will not have from the arrays as they are. */
  public FitReport report() {
    return fitting.report();
  }

  /** The network, which the caller closes. */
  public FcnNetwork load(Progress progress) throws IOException {
    Processor.require();
    FcnNetwork network = FcnNetwork.empty(description);
    boolean loaded = false;
    try {
      network.initialise(fitting.report().fresh(), 0);
      fill(network, progress);
      loaded = true;
      return network;
    } finally {
      if (!loaded) {
        network.close();
      }
    }
  }

  private void fill(FcnNetwork network, Progress progress) throws IOException {
    long done = 0;
    for (NamedParameter parameter : network.parameters()) {
      Tensor tensor = fitting.fitted().get(parameter.name());
      if (tensor != null) {
        fill(parameter, tensor, progress);
      }
      done += parameter.count();
      progress.report("load", done, network.flatParameters().count());
    }
  }

  private void fill(NamedParameter parameter, Tensor tensor, Progress progress) throws IOException {
    float[] block = new float[(int) Math.min(BLOCK, parameter.count())];
    for (long at = 0; at < parameter.count(); at += BLOCK) {
      progress.checkCancelled();
      int length = (int) Math.min(BLOCK, parameter.count() - at);
      tensor.source().read(at, FloatBuffer.wrap(block, 0, length));
      if (!Float.isFinite(Magnitude.largest(block, length))) {
        throw DataException.of(WeightsProblem.NOT_FINITE, file, parameter.name());
      }
      parameter.write(at, block, length);
    }
  }
}
