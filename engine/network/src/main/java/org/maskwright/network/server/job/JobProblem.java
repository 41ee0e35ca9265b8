package org.maskwright.network.server.job;

import org.maskwright.data.problem.ProblemCode;

/** Why a job is not taken, or cannot be done. */
public enum JobProblem implements ProblemCode {
  REQUEST_BAD("The job cannot be done as it was asked for: {0}."),
  UNKNOWN("The engine has no job {0}."),
  KIND_UNKNOWN("This engine does not know jobs of that kind. Update it."),
  CONTENT_MISSING("{0} of the job''s images and masks did not arrive. Send the job again."),
  NOT_NOW("The job is {0}; that cannot be done with it now."),
  TOO_MANY("The engine keeps {0} jobs already. Remove old ones.");

  private final String english;

  JobProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
