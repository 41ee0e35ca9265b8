package org.maskwright.app.exchange;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.maskwright.data.format.FormatProblem;
import org.maskwright.data.problem.DataException;

/** A path as a person types it. */
final class TypedPath {

  private TypedPath() {}

  /** The path; some letters cannot stand in one, and which depends on the system. */
  static Path of(String typed) throws DataException {
    try {
      return Path.of(typed.strip()).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw DataException.of(FormatProblem.NO_SOURCE, typed);
    }
  }
}
