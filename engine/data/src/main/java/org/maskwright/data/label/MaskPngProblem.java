package org.maskwright.data.label;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with a mask that is a PNG file. */
public enum MaskPngProblem implements ProblemCode {
  NOT_PNG("{0} is not a PNG file. Masks are indexed or grey PNG files."),
  TRUNCATED("{0} ends in the middle. Copy it again from where it came."),
  CORRUPT("{0} is damaged: {1}. Copy it again from where it came."),
  TOO_LARGE("{0} claims {1} x {2} pixels; at most {3} can be held here."),
  COLOURS("{0} holds colours, not indices. Import it as a colour mask, with a mapping."),
  SIXTEEN_BIT("{0} has 16 bits a pixel. Masks have at most 8: save it with 8 bits.");

  private final String english;

  MaskPngProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
