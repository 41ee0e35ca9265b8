package org.maskwright.app.engine;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.problem.ProblemCode;
import org.maskwright.protocol.ProtocolProblem;

/** What can go wrong with the engine, seen from the window. */
public enum EngineProblem implements ProblemCode {
  NOT_INSTALLED("The engine is not where it should be: {0}. Install Maskwright anew."),
  DID_NOT_START("The engine did not start. What it said is in {0}."),
  TOO_SLOW("The engine was not ready after {0} seconds. What it said is in {1}."),
  ENDED("The engine has ended unexpectedly and is started again. What it said is in {0}."),
  ENDED_TOO_OFTEN(
      "The engine has ended {0} times in a short while and is left alone now. What it said is in"
          + " {1}. Painting goes on without it."),
  OUT_OF_REACH(
      "The engine at {0}:{1} does not answer. Look whether it runs there; the window goes on"
          + " trying by itself."),
  FILE_MISSING("{0} is not there. Choose the file anew in the settings, under Engine."),
  NOT_READY("The engine is not ready yet. Try again in a moment.");

  /** What no further attempt cures: somebody has to put something right. */
  private static final Set<String> FOR_A_PERSON =
      Stream.of(
              NOT_INSTALLED,
              FILE_MISSING,
              ProtocolProblem.TOKEN_WRONG,
              ProtocolProblem.TOKEN_FILE_BAD,
              ProtocolProblem.TOKEN_FILE_OPEN,
              ProtocolProblem.CONTRACT_DIFFERS,
              ProtocolProblem.FINGERPRINT_CHANGED,
              ProtocolProblem.TRUST_UNUSABLE,
              ProtocolProblem.PLAINTEXT_REFUSED)
          .map(ProblemCode::key)
          .collect(Collectors.toUnmodifiableSet());

  private final String english;

  EngineProblem(String english) {
    this.english = english;
  }

  /** Whether trying again is in vain; by name, since the engine tells of problems, too. */
  static boolean needsAPerson(Problem problem) {
    return FOR_A_PERSON.contains(problem.code().key());
  }

  /** Whether a question had no answer because the engine went away: it may be asked again. */
  public static boolean isAway(DataException e) {
    return e.problem().code() == ProtocolProblem.ENGINE_GONE || e.problem().code() == NOT_READY;
  }

  @Override
  public String english() {
    return english;
  }
}
