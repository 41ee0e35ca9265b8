package org.maskwright.network.backend;

import org.maskwright.data.problem.ProblemCode;

/** Why networks cannot run here. */
public enum BackendProblem implements ProblemCode {
  NO_AVX2(
      "This processor has no AVX2 instructions, which networks need here; everything else works."
          + " Use a machine from 2013 or later for them.");

  private final String english;

  BackendProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
