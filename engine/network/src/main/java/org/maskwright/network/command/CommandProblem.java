package org.maskwright.network.command;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with how the program was called, and with what it was given to run on. */
public enum CommandProblem implements ProblemCode {
  REPORT_FOLDER_MISSING("The report cannot be written to {0}: there is no folder {1}. Create it."),
  REPORT_FOLDER_CLOSED(
      "The report cannot be written to {0}: {1} is not writable. Name another folder."),
  REPORT_IS_FOLDER("The report cannot be written to {0}: that is a folder. Name a file."),
  NAMES_COLLIDE("Two images would both become {0}. Do them one after the other, or rename one."),
  WOULD_OVERWRITE("The result would replace the image {0}. Name another folder."),
  NO_SUCH_SAMPLE("There is no sample \"{0}\". There are: {1}."),
  NO_VARIANT("The model has no variant {0}. It has {1}."),
  NO_EXAMPLES_FOLDER(
      "{0} is no project and not in VOC''s layout: it has neither project.json nor a folder"
          + " JPEGImages. Name another folder."),
  NOTHING_TO_COMPARE(
      "{0} has none of \"features\", \"scores_32s\", \"scores_16s\" and \"scores_8s\" that the"
          + " model computes. Name another file."),
  NOT_A_MAP("{0}: \"{1}\" is missing or not [1, row, column, {2}]. Export it like that."),
  OTHER_SIZE("{0}: \"{1}\" is {2} in place of {3}. It belongs to another model or image."),
  MEMORY_SPENT(
      "{0} MiB of memory were not enough. Start with JAVA_TOOL_OPTIONS=-Xmx followed by more,"
          + " as in -Xmx12g."),
  LIBRARY_UNUSABLE(
      "A library cannot be used on this machine: {0}. \"maskwright info\" says what runs here.");

  private final String english;

  CommandProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
