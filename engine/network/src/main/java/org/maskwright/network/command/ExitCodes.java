package org.maskwright.network.command;

/** What the program tells the shell. */
public final class ExitCodes {

  public static final int DONE = 0;
  public static final int FAILED = 1;
  public static final int BAD_ARGUMENTS = 2;

  private ExitCodes() {}
}
