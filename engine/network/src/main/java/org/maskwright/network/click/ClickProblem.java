package org.maskwright.network.click;

import org.maskwright.data.problem.ProblemCode;

/** What can go wrong with models that select objects by clicks. */
public enum ClickProblem implements ProblemCode {
  TRUNK_UNFIT("{0} has the trunk {1}; clicks need a model with the trunk mobilenet_v2."),
  NO_OBJECTS("{0} shows no object of at least {1} pixels. Name another folder or a smaller size."),
  FOLDER_UNKNOWN(
      "{0} has neither \"images\" and \"masks\" nor VOC''s folders \"JPEGImages\" and"
          + " \"SegmentationClass\". Name another folder."),
  LIST_MISSING("There is no list {0}. Name another one with --train, --val or --list."),
  SIZE_MISMATCH("{0} is {1} x {2} pixels, its mask {3} x {4}. Export or draw the mask anew."),
  ONLY_CLICKS(
      "{0} selects objects by clicks and says nothing about a whole image. Name another model."),
  NOT_A_CLICK_MODEL(
      "{0} is no model for clicks. Make one with \"maskwright train-clicks\", or name another.");

  private final String english;

  ClickProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
