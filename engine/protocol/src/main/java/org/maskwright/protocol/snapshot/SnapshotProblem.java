package org.maskwright.protocol.snapshot;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with a snapshot, or with the wish for one. */
public enum SnapshotProblem implements ProblemCode {
  NEWER("The snapshot was made by a newer Maskwright. Update the engine."),
  CLASS_UNMAPPED("{0} shows the class \"{1}\", and nothing says what the model calls it."),
  SPLIT_EMPTY(
      "Nothing in the snapshot is for \"{0}\": no image of that split is finished and has a"
          + " decided pixel.");

  private final String english;

  SnapshotProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
