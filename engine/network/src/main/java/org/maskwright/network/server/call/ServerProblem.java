package org.maskwright.network.server.call;

import org.maskwright.data.problem.ProblemCode;

/** Why the engine refuses something. */
public enum ServerProblem implements ProblemCode {
  MODEL_UNKNOWN("The engine has no model {0}. Send it first."),
  PREDICTION_FORGOTTEN("The prediction was too long ago to be asked about. Predict again."),
  IMAGE_TOO_LARGE(
      "The image has {0} pixels; at most {1} are predicted at once. Send it smaller or in parts."),
  TOO_MANY_WAITING("{0} predictions wait already. Ask again when some are done."),
  MEMORY_SPENT("The engine ran out of memory. Send the image smaller, or close other programs."),
  ENGINE_RUNS(
      "Another engine works in {0} already. Use that one, or set MASKWRIGHT_HOME to another"
          + " folder.");

  private final String english;

  ServerProblem(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
