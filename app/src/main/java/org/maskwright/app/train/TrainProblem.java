package org.maskwright.app.train;

import org.maskwright.data.problem.ProblemCode;

/** Why a training cannot begin, or a model not be taken. */
public enum TrainProblem implements ProblemCode {
  NO_HOLDOUT("No image that is held out is verified ({0} wait for it). Verify some of them first."),
  NOTHING_TO_REPLAY("{0} has no finished image. Choose a project whose images are done."),
  NO_MODEL("{0} is no model that says something about whole images. Choose another file.");

  private final String english;

  TrainProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
