package org.maskwright.data.dataset;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with a split. */
public enum SplitProblem implements ProblemCode {
  BAD_SHARES("The shares {0} make no split. Give shares from 0 to 1, at least one above 0."),
  BAD_PATTERN(
      "\"{0}\" is no pattern with one pair of brackets around what a group shares: {1}. Write one such as patient(.+)_."),
  NO_IMAGES("{0} has no images to split. Check its image folders."),
  NO_REVISION("{0} has no split yet. Draw one first."),
  NO_LISTS("{0} has no lists that came with its images. Draw a split instead."),
  ALREADY_SPLIT(
      "{0} has a split: revision {1}. Top it up to keep it; a new draw would mix what was learned"
          + " with what is asked."),
  UNKNOWN("There is no split \"{0}\". There are: {1}."),
  TWICE("{0} puts {1} into two splits. Correct it.");

  private final String english;

  SplitProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
