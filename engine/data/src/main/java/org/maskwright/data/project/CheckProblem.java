package org.maskwright.data.project;

import org.maskwright.data.problem.ProblemCode;

/** What a check of a project can find beside files that cannot be read. */
public enum CheckProblem implements ProblemCode {
  SIZE_DIFFERS(
      "The mask of {0} has {1} x {2} pixels, the image {3} x {4}. Was the image replaced?"),
  OUTSIDE_SCHEME(
      "The mask of {0} has {2} pixels of {1}, which is no class. Add it or import anew."),
  ORPHAN("{0} belongs to {1}, which is not there any more. Bring the image back or delete both."),
  STRAY("{0} lies among the masks and belongs to none. Move it away."),
  UNFINISHED("{0} was left by a write that did not come to its end. It may be deleted.");

  private final String english;

  CheckProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
