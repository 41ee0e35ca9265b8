package org.maskwright.app.engine;

import org.maskwright.data.problem.ProblemCode;

/** What can go wrong with the engine, seen from the window. */
public enum EngineProblem implements ProblemCode {
  NOT_INSTALLED("The engine is not where it should be: {0}. Install Maskwright anew."),
  DID_NOT_START("The engine did not start. What it said is in {0}."),
  TOO_SLOW("The engine was not ready after {0} seconds. What it said is in {1}."),
  ENDED("The engine has ended unexpectedly and is started again. What it said is in {0}."),
  ENDED_TOO_OFTEN(
      "The engine has ended {0} times in a short while and is left alone now. What it said is in"
          + " {1}. Painting goes on without it."),
  NOT_READY("The engine is not ready yet. Try again in a moment.");

  private final String english;

  EngineProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
