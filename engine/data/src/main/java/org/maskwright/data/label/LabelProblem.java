package org.maskwright.data.label;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with a list of classes. */
public enum LabelProblem implements ProblemCode {
  NAME_EMPTY("Class {0} has no name. Give it one."),
  NAME_UNPRINTABLE("The class name \"{0}\" has characters that cannot be shown. Retype it."),
  NAME_TOO_LONG("The class name \"{0}\" is longer than {1} characters. Shorten it."),
  NAME_TAKEN("There is already a class \"{0}\". Choose another name."),
  TOO_MANY("A scheme holds at most {0} classes; {1} were given. Split the project."),
  UNKNOWN_INDEX("No class has the index {0}."),
  INDEX_ORDER("Class {0} stands where class {1} should. Indices count up from 0."),
  BACKGROUND_FIXED("Class 0 is the background: it can be renamed, not retired or merged."),
  MERGE_CIRCLE("Class \"{0}\" cannot be merged into \"{1}\": that class is merged itself.");

  private final String english;

  LabelProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
