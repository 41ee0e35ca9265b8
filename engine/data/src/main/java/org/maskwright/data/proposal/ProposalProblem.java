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
      "The mask has {0} x {1} pixels, the image has others now. Bring back the image that the mask"
          + " was painted on."),
  NOT_LAST("Another command over many images came after this one. Take that back first.");

  private final String english;

  ProposalProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
