package org.maskwright.data.io;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with a JSON file of ours. */
public enum JsonProblem implements ProblemCode {
  TOO_LARGE("{0} has {1} bytes; at most {2} are read. Restore it from a copy."),
  NOT_JSON("{0} is not readable as JSON: {1}. Restore it from a copy."),
  MISSING("{0} lacks \"{1}\". Restore it from a copy."),
  UNEXPECTED("{0}: \"{1}\" is not {2}. Correct it or restore the file from a copy.");

  private final String english;

  JsonProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
