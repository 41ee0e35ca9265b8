package org.maskwright.network.command;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with how the program was called. */
public enum CommandProblem implements ProblemCode {
  REPORT_FOLDER_MISSING("The report cannot be written to {0}: there is no folder {1}. Create it."),
  REPORT_IS_FOLDER("The report cannot be written to {0}: that is a folder. Name a file.");

  private final String english;

  CommandProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
