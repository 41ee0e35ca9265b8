package org.maskwright.data.format.geometry;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with an outline from outside. */
public enum GeometryProblem implements ProblemCode {
  TOO_FEW_POINTS("A polygon has {0} points and needs at least {1}. Remove it or redraw it."),
  ODD_COORDINATES("A polygon has {0} numbers, which do not make pairs of x and y."),
  NOT_FINITE("A coordinate is not a number. Correct it in the file."),
  TOO_FAR("The coordinate {0} lies far outside any image. Correct it in the file."),
  TOO_COMPLEX("A shape would take more than {0} steps to fill. Simplify it.");

  private final String english;

  GeometryProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
