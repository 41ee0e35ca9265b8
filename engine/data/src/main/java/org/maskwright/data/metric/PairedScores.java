package org.maskwright.data.metric;

/** What two predictions of the same image got right, class by class in the same order. */
public record PairedScores(Scores before, Scores after) {

  public PairedScores {
    if (before.classes().size() != after.classes().size()) {
      throw new IllegalArgumentException(
          before.classes().size() + " and " + after.classes().size() + " classes");
    }
  }

  int classes() {
    return before.classes().size();
  }
}
