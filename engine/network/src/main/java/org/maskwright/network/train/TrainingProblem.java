package org.maskwright.network.train;

import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.ProblemCode;

/** What can go wrong in training. */
public enum TrainingProblem implements ProblemCode {
  NO_EXAMPLES("There is nothing to train on in {0}: no image has a labelled pixel."),
  LIST_MISSING("There is no list {0}. There {1}; name one of those."),
  LABEL_OUT_OF_RANGE(
      "{0} has the label {1}, but the model knows only {2} classes. Map or remove that class."),
  LABEL_UNNAMED(
      "{0} has the label {1}, but the project names only {2} classes. Add the class or repaint"
          + " it."),
  CLASS_UNKNOWN(
      "{0} shows the class \"{1}\", which the model does not know. Make a model that does with"
          + " \"maskwright models relabel\", or merge the class into one that it knows."),
  NO_SPLIT(
      "{0} has no split, so nothing says what to learn from. Draw one with \"maskwright split\"."),
  MASK_GONE("{0} is marked as done, but has no mask. Draw it anew."),
  SIZE_MISMATCH("{0} is {1} x {2} pixels, its mask {3} x {4}. Export or draw the mask anew."),
  ALL_BROKEN("None of the {0} images can be read. The first one says: {1}"),
  EXPLODED(
      "The loss became {0} at step {1} of epoch {2}. Lower the learning rate; the last good state"
          + " is kept in {3}."),
  STATE_UNWRITTEN(
      "The training''s state could not be written to {0}: {1}. Make room there and resume; its last"
          + " checkpoint is kept."),
  CHECKPOINT_DAMAGED("{0} is no whole checkpoint ({1}). Start the training anew."),
  CHECKPOINT_NEWER("{0} was written by a newer Maskwright. Update this one to go on with it."),
  CHECKPOINT_OTHER(
      "{0} belongs to another training: {1} differs. Choose another folder or start anew."),
  SETTING_BAD("The training setting {0} is {1}; it has to be {2}."),
  NOT_QUICK(
      "This network cannot be fitted quickly, because its scores are not read from kept features"
          + " alone. Train it instead."),
  JOB_EXISTS("{0} holds a training already. Resume it, or choose another folder.");

  private final String english;

  TrainingProblem(String english) {
    this.english = english;
  }

  /**
   * True if labels and model do not fit together: that is told at once, not skipped like a broken
   * image.
   */
  public static boolean isOfClasses(DataException e) {
    ProblemCode code = e.problem().code();
    return code == LABEL_OUT_OF_RANGE || code == LABEL_UNNAMED || code == CLASS_UNKNOWN;
  }

  @Override
  public String english() {
    return english;
  }
}
