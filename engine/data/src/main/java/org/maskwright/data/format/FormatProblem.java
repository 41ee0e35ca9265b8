package org.maskwright.data.format;

import org.maskwright.data.problem.ProblemCode;

/** What can go wrong with a dataset as a whole; what is wrong with one image is a finding. */
public enum FormatProblem implements ProblemCode {
  UNKNOWN_FORMAT("There is no format \"{0}\". Known are: {1}."),
  UNKNOWN_OPTION("The format {0} has no option \"{1}\". It has: {2}."),
  BAD_OPTION("The option {0} cannot be \"{1}\". Possible: {2}."),
  NO_SOURCE("There is no {0}. Check how the path is spelt."),
  NOT_THIS_FORMAT("{0} does not look like {1}: {2}. Look at the path, or choose another format."),
  BAD_FILE("{0} is not as it should be: {1}. Correct it or leave it out."),
  TOO_LARGE("{0} has {1} bytes; at most {2} are read."),
  TOO_MANY("{0} has more than {1} {2}."),
  UNSAFE_NAME("{0} names \"{1}\", which leads out of its folder. Nothing was read from there."),
  UNKNOWN_VALUE("{0} has {1} pixels with the values {2}, which stand for no class."),
  UNKNOWN_COLOUR(
      "{0} has {1} pixels with colours of no class, such as {2}. Add them to the list of colours,"
          + " or choose the nearest colour if the mask is blurred."),
  SIZE_MISMATCH("{0} has {1} x {2} pixels, but its image {3} x {4}."),
  TARGET_EXISTS("{0} exists already. Choose another place or say that it may be replaced."),
  TARGET_FOREIGN("{0} was not written by an export, so it is not replaced. Choose another place."),
  ZIP_BOMB("{0} unpacks to more than {1} bytes. It was not unpacked."),
  ZIP_DAMAGED("{0} is not a readable zip file: {1}. Copy it again from where it came."),
  ZIP_NOT_VERIFIED(
      "{0} was read back otherwise than it was packed: {1} differs. Nothing was put in place. Check"
          + " the disk and export again."),
  PREFLIGHT_FAILED("{0} images cannot be brought across: {1} Nothing was written."),
  NOTHING_TO_WRITE(
      "There is nothing to write: {0}. Label images first, or let more of them through the filter."),
  NOT_VERIFIED("{0} pixels in {1} images came back otherwise than they were written ({2}). {3}"),
  NO_SUCH_CLASS("There is no class \"{0}\". There are: {1}."),
  CLASS_TWICE(
      "The classes \"{0}\" and \"{1}\" have the same id or name in the export: {2}."
          + " Let both differ, or neither to make them one class."),
  CLASS_SENT_TWICE("One class is to become \"{0}\" and \"{1}\". Keep one of them in the profile."),
  CLASS_NAME_BLANK("\"{0}\" cannot be the name of a class: use letters that can be seen."),
  CLASS_NAME(
      "No class can be called \"{0}\" in {1}: {2}. Rename it, or give it another name for the"
          + " export in a profile."),
  CLASS_ID("The id {0} of class \"{1}\" cannot stand in a file of the format {2}: {3}.");

  private final String english;

  FormatProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
