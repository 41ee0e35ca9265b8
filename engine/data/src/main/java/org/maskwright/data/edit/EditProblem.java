package org.maskwright.data.edit;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with an edit. */
public enum EditProblem implements ProblemCode {
  SIZE_DIFFERS(
      "The masks differ in size: {0} x {1} and {2} x {3} pixels. Choose an image of the"
          + " same size."),
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
