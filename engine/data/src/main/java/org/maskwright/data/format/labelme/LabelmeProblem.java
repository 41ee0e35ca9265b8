package org.maskwright.data.format.labelme;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with the shapes of a labelme file. */
public enum LabelmeProblem implements ProblemCode {
  MASK_MISSING("A mask shape has no readable picture. Draw it again."),
  MASK_SIZE("A mask shape has a picture of {0} x {1} pixels, which is not the size of its box."),
  NO_SIZE("{0} does not say how large its image is, and the image is not there. Add the image.");

  private final String english;

  LabelmeProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
