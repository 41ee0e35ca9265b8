package org.maskwright.network.gate;

import org.maskwright.data.problem.ProblemCode;

/** Why two models cannot be compared. */
public enum GateProblem implements ProblemCode {
  NO_VARIANT("The two models have no variant in common, so nothing can be compared."),
  NO_CLASS(
      "No class of the project is known to both models, so nothing can be compared. Map their"
          + " classes first.");

  private final String english;

  GateProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
