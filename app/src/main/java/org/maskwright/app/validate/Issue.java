package org.maskwright.app.validate;

import java.util.List;
import java.util.Optional;
import org.maskwright.data.label.Region;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.project.ImageId;

/**
 * One thing that looks like a slip.
 *
 * @param image the image that it is in, if it is in one
 * @param count of areas or pixels, as its kind says
 * @param pixels that it is about
 * @param places where to look in the image
 * @param problem what the project's own check says, where it was that which found it
 * @param name of the image or class, for people
 */
record Issue(
    Kind kind,
    Optional<ImageId> image,
    String name,
    long count,
    long pixels,
    List<Region> places,
    Optional<Problem> problem) {

  Issue {
    places = List.copyOf(places);
  }

  /** What can look like a slip, what matters most first. */
  enum Kind {
    MISMATCH,
    UNLABELLED,
    SPECKS,
    UNUSED_CLASS
  }
}
