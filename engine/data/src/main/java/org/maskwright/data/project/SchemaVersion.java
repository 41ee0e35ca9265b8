package org.maskwright.data.project;

import org.maskwright.data.io.JsonObject;
import org.maskwright.data.problem.DataException;

/** The version that each of our files bears, so that an old program never misreads a new file. */
public final class SchemaVersion {

  static final String KEY = "schema";

  private SchemaVersion() {}

  /** Refuses a file from the future; returns the version of any other. */
  public static int check(JsonObject json, int current) throws DataException {
    int version = (int) json.integer(KEY, 1, Integer.MAX_VALUE);
    if (version > current) {
      throw DataException.of(ProjectProblem.TOO_NEW, json.file(), version, current);
    }
    return version;
  }
}
