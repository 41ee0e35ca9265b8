package org.maskwright.data.region;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with a command on regions. */
public enum RegionProblem implements ProblemCode {
  SIZE_DIFFERS(
      "The masks differ in size: {0} x {1} and {2} x {3} pixels. Choose an image of the same"
          + " size.");

  private final String english;

  RegionProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
