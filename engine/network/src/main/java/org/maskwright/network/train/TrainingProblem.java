package org.maskwright.network.train;

import org.maskwright.data.problem.ProblemCode;

/** What can go wrong in training. */
public enum TrainingProblem implements ProblemCode {
  NO_EXAMPLES("There is nothing to train on in {0}: no image has a labelled pixel."),
  LABEL_OUT_OF_RANGE(
      "{0} has the label {1}, but the model knows only {2} classes. Map or remove that class."),
  SIZE_MISMATCH("{0} is {1} x {2} pixels, its mask {3} x {4}. Export or draw the mask anew."),
  ALL_BROKEN("None of the {0} images can be read. The first one says: {1}"),
  EXPLODED(
      "The loss became {0} at step {1} of epoch {2}. Lower the learning rate; the last good state"
          + " is kept in {3}."),
  CHECKPOINT_DAMAGED("{0} is no whole checkpoint ({1}). Start the training anew."),
  CHECKPOINT_NEWER("{0} was written by a newer Maskwright. Update this one to go on with it."),
  CHECKPOINT_OTHER(
      "{0} belongs to another training: {1} differs. Choose another folder or start anew."),
  SETTING_BAD("The training setting {0} is {1}; it has to be {2}."),
  JOB_EXISTS("{0} holds a training already. Resume it, or choose another folder.");

  private final String english;

  TrainingProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
