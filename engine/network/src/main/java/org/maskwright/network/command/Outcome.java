package org.maskwright.network.command;

/** How a subcommand that came to its end ended. */
public enum Outcome {
  DONE(ExitCodes.DONE),

  /** It worked, but what it was to establish is not so: a check found problems, say. */
  FAILED(ExitCodes.FAILED);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
