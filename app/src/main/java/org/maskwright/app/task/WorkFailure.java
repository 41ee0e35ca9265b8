package org.maskwright.app.task;

/** Work ended with an error of the virtual machine, which is told like any other failure. */
public final class WorkFailure extends Exception {

  private static final long serialVersionUID = 1;

  WorkFailure(Throwable cause) {
    super(cause.toString(), cause);
  }
}
