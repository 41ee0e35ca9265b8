package org.maskwright.data.format.coco;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with the objects of a COCO file. */
public enum CocoProblem implements ProblemCode {
  CATEGORIES_DIFFER(
      "Category {0} is \"{1}\" in one file and \"{2}\" in another. Read them one by one."),
  RLE_NEGATIVE("A run of {0} pixels cannot be. The run lengths are damaged."),
  RLE_LENGTH("Runs over {0} pixels do not fill an image of {1} x {2}. They belong to another one."),
  RLE_SIZE("Run lengths for {0} stand at an image of {1} x {2}. They belong to another one."),
  RLE_CHARACTER("The run lengths contain the character {0}, which they never do."),
  RLE_TRUNCATED("The run lengths end in the middle of a number. The text was cut off."),
  RLE_OVERFLOW("The run lengths contain a number larger than any image.");

  private final String english;

  CocoProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
