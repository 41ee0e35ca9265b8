package org.maskwright.app.project;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with a file that classes are to be read from. */
public enum ClassListProblem implements ProblemCode {
  TOO_LARGE("{0} is too large for a list of classes. Choose a text file with a name a line."),
  EMPTY("{0} names no classes. Choose a text file with a name a line, or a model."),
  NO_MODEL("{0} is no model of Maskwright. Choose a .mwmodel file.");

  private final String english;

  ClassListProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
