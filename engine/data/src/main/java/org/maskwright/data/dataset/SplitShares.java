package org.maskwright.data.dataset;

import java.util.stream.DoubleStream;
import org.maskwright.data.problem.DataException;

/** How much of a project each split gets; what they add up to is the whole. */
public record SplitShares(double train, double val, double test, double holdout) {

  /** Shares from outside. */
  public static SplitShares of(double train, double val, double test, double holdout)
      throws DataException {
    SplitShares shares = new SplitShares(train, val, test, holdout);
    boolean sound =
        DoubleStream.of(train, val, test, holdout).allMatch(share -> share >= 0 && share <= 1);
    if (!sound || !(shares.sum() > 0)) {
      throw DataException.of(SplitProblem.BAD_SHARES, shares);
    }
    return shares;
  }

  private double sum() {
    return train + val + test + holdout;
  }

  /** The part of the whole, from 0 to 1. */
  public double of(Split split) {
    double share =
        switch (split) {
          case TRAIN -> train;
          case VAL -> val;
          case TEST -> test;
          case HOLDOUT -> holdout;
        };
    return share / sum();
  }

  @Override
  public String toString() {
    return train + "/" + val + "/" + test + "/" + holdout;
  }
}
