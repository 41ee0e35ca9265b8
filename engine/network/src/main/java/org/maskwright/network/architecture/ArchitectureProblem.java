package org.maskwright.network.architecture;

import org.maskwright.data.problem.ProblemCode;

/** What can be wrong with the description of a network that came in a file. */
public enum ArchitectureProblem implements ProblemCode {
  UNREADABLE("{0}: the description of the network is no valid JSON ({1})."),
  FIELD_MISSING("{0}: the description of the network lacks \"{1}\"."),
  FIELD_UNKNOWN(
      "{0}: the description of the network has an unknown \"{1}\". A newer Maskwright wrote it."),
  VALUE_BAD("{0}: \"{1}\" is {2}, which is no possible value. The file is damaged."),
  TRUNK_UNKNOWN("{0}: there is no trunk \"{1}\". Known are {2}."),
  NOT_TOGETHER("{0}: the trunk {1} cannot be built like this: {2}.");

  private final String english;

  ArchitectureProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
