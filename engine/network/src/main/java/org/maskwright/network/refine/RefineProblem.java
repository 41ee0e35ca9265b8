package org.maskwright.network.refine;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with a refinement. */
public enum RefineProblem implements ProblemCode {
  BAD_SETTINGS(
      "{0} are no settings of a dense CRF. Give two weights from 0 and three reaches from 0.1, and"
          + " 1 to {1} iterations: near weight, near reach, like weight, like reach, like colour,"
          + " iterations.");

  private final String english;

  RefineProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
