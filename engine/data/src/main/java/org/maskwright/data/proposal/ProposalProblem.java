package org.maskwright.data.proposal;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with a proposal, or with the map that brings it into a project. */
public enum ProposalProblem implements ProblemCode {
  OTHER_MODEL("{0} is for the model {1}. Delete it, and the classes are asked about again."),
  OTHER_CLASSES(
      "{0} names other classes than the model has. Delete it, and the classes are asked about"
          + " again."),
  UNKNOWN_CLASS(
      "{0} maps \"{1}\" to class {2}, which the project does not have. Delete it, and the classes"
          + " are asked about again."),
  OTHER_SIZE(
      "The proposal is for an image of {0} x {1} pixels; {2} has {3} x {4}. Predict the image"
          + " again.");

  private final String english;

  ProposalProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
