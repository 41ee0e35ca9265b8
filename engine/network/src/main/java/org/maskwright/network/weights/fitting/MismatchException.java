package org.maskwright.network.weights.fitting;

import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.network.weights.WeightsProblem;

/** Weights that do not fit their network; nothing was loaded. */
public final class MismatchException extends DataException {

  private final transient Mismatch mismatch;

  MismatchException(String file, String network, Mismatch mismatch) {
    super(Problem.of(WeightsProblem.MISMATCH, file, network, mismatch));
    this.mismatch = mismatch;
  }

  public Mismatch mismatch() {
    return mismatch;
  }
}
