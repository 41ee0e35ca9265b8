package org.maskwright.data.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.maskwright.data.io.JsonFile;
import org.maskwright.data.io.JsonObject;
import org.maskwright.data.problem.DataException;

/**
 * Who has a project open for writing.
 *
 * @param heartbeat when that program last said that it is alive
 */
public record LockHolder(String user, RunningProgram program, Instant since, Instant heartbeat) {

  static final Duration BEAT = Duration.ofMinutes(1);

  /** So long that clocks which differ by minutes, or a machine that dozed off, cost no lock. */
  static final Duration SILENCE = Duration.ofMinutes(15);

  static final long MAX_BYTES = 1 << 16;

  private static final int MAX_TEXT = 1000;

  LockHolder beating(Instant now) {
    return new LockHolder(user, program, since, now);
  }

  /** True if it is the same program that has had the lock all along. */
  boolean isSame(LockHolder other) {
    return program.equals(other.program) && since.equals(other.since);
  }

  /** True if nothing was heard of the program for so long that it is probably gone. */
  boolean isSilent(Instant now) {
    return heartbeat.plus(SILENCE).isBefore(now);
  }

  byte[] json() throws IOException {
    ObjectNode json = JsonFile.newObject();
    json.put("user", user)
        .put("host", program.host())
        .put("pid", program.pid())
        .put("started", program.started().toString())
        .put("since", since.toString())
        .put("heartbeat", heartbeat.toString());
    return JsonFile.bytes(json);
  }

  static LockHolder read(JsonObject json) throws DataException {
    RunningProgram program =
        new RunningProgram(
            json.text("host", MAX_TEXT),
            json.integer("pid", 0, Long.MAX_VALUE),
            instant(json, "started"));
    return new LockHolder(
        json.text("user", MAX_TEXT), program, instant(json, "since"), instant(json, "heartbeat"));
  }

  private static Instant instant(JsonObject json, String key) throws DataException {
    try {
      return Instant.parse(json.text(key, MAX_TEXT));
    } catch (DateTimeException e) {
      throw json.unexpected(key, "a time");
    }
  }
}
