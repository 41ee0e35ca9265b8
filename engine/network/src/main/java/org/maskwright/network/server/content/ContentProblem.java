package org.maskwright.network.server.content;

import org.maskwright.data.problem.ProblemCode;

/** Why a content is not taken or not given. */
public enum ContentProblem implements ProblemCode {
  NAME_BAD("\"{0}\" names no content: 64 hexadecimal digits are wanted."),
  SIZE_BAD("A content of {0} bytes with a piece of {1} bytes at {2} makes no sense."),
  UNKNOWN("The engine has no content {0}. Send it first."),
  CHANGED("What was sent as {0} is something else; it was thrown away. Send it again."),
  QUOTA_SPENT(
      "The engine keeps at most {0} MiB for windows, and what it keeps is in use. Remove old jobs,"
          + " or start it with a larger --quota."),
  DISK_FULL(
      "The engine''s disk has {0} MiB left and {1} MiB more are needed, with {2} MiB to stay free."
          + " Make room there.");

  private final String english;

  ContentProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
