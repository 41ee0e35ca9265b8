package org.maskwright.data.metric;

import org.maskwright.data.problem.ProblemCode;

/** What makes a measure impossible. */
public enum MetricProblem implements ProblemCode {
  SIZE_MISMATCH(
      "The prediction has {2} x {3} pixels and the truth {0} x {1}. Bring them to one size."),
  TRUTH_OUT_OF_RANGE(
      "{0} pixels of the truth have a label that none of the {1} classes has. Map it first."),
  CLASSES_DIFFER("Counts over {0} classes cannot be added to counts over {1}.");

  private final String english;

  MetricProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
