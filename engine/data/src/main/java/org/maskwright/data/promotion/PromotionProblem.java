package org.maskwright.data.promotion;

import org.maskwright.data.problem.ProblemCode;

/** Why a model cannot become the project's. */
public enum PromotionProblem implements ProblemCode {
  MODEL_MISSING("{0} is not there, so the project cannot work with it. Fetch the model again."),
  MODEL_CHANGED(
      "{0} is not the model that it is called after. Delete it, and fetch the model again."),
  NOTHING_BEFORE("No model was promoted in {0}, so there is none to go back to.");

  private final String english;

  PromotionProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
