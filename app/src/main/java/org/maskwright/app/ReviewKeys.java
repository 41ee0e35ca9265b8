package org.maskwright.app;

import org.maskwright.app.keys.Command;
import org.maskwright.app.main.WorkModels;
import org.maskwright.app.review.ReviewViewModel;

/** The second look has the keys of what it does, while it lasts. */
final class ReviewKeys {

  private ReviewKeys() {}

  /**
   * Does what a key stands for in a review.
   *
   * @return false if the command is for somebody else
   */
  static boolean pressed(Command command, WorkModels parts) {
    ReviewViewModel review = parts.review();
    boolean reviewing = review.reviewingProperty().get();
    switch (command) {
      case DONE_AND_NEXT -> {
        if (reviewing) {
          review.verify();
        } else {
          parts.progress().done();
        }
      }
      case REVIEW -> {
        if (reviewing) {
          review.end();
        } else {
          review.begin();
        }
      }
      case RETURN_IMAGE -> review.startNote();
      case ACCEPT -> {
        return review.placeInMiddle();
      }
      case CANCEL -> {
        return review.cancel();
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
