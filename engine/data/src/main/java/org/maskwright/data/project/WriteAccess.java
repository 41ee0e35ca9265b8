package org.maskwright.data.project;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.maskwright.data.problem.DataException;

/** Whether a project may be written to; asked before each change. */
interface WriteAccess extends Closeable {

  /** Refuses with the reason why not. */
  void check() throws IOException;

  boolean isGranted();

  /** When the program opened the project that had it before us and died over it, if one did. */
  default Optional<Instant> leftOpenSince() {
    return Optional.empty();
  }

  static WriteAccess refused(ProjectProblem why, Object... arguments) {
    return new WriteAccess() {
      @Override
      public void check() throws DataException {
        throw DataException.of(why, arguments);
      }

      @Override
      public boolean isGranted() {
        return false;
      }

      @Override
      public void close() {}
    };
  }
}
