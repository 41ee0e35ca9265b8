package org.maskwright.data.project;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Objects;

/**
 * Which process on which machine.
 *
 * @param started tells a process from a later one with the same number
 */
public record RunningProgram(String host, long pid, Instant started) {

  public static RunningProgram current() {
    ProcessHandle self = ProcessHandle.current();
    return new RunningProgram(hostName(), self.pid(), startOf(self));
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }

  private static String hostName() {
    for (String variable : new String[] {"COMPUTERNAME", "HOSTNAME"}) {
      String name = System.getenv(variable);
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // A machine without a name of its own is told from others by the process alone.
      return "localhost";
    }
  }

  /** True if that process runs; only to be asked on its own machine. */
  boolean isRunning() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(process -> Objects.equals(startOf(process), started))
        .orElse(false);
  }
}
