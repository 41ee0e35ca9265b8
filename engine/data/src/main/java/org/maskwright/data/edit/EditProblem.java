package org.maskwright.data.edit;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with an edit. */
public enum EditProblem implements ProblemCode {
  LATER_WORK("{0} has later changes. Undo those first."),
  STEP_GONE("The history of {0} no longer has this step."),
  PAINTING("A stroke is being painted in {0}. Finish it first."),
  IMAGE_FAILED("{0} could not be changed: {1}"),
  STAMP("\"{0}\" is not the mark of a saved mask.");

  private final String english;

  EditProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
