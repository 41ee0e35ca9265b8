package org.maskwright.protocol.server;

import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Writes a line for every call that was refused, also for those that no handler ever saw. */
final class CallLog extends ServerStreamTracer.Factory {

  /** Calls that were answered, given up, or whose window went away. */
  private static final Set<Status.Code> QUIET =
      EnumSet.of(Status.Code.OK, Status.Code.CANCELLED, Status.Code.UNAVAILABLE);

  private final Consumer<String> log;

  CallLog(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
    return new ServerStreamTracer() {
      @Override
      public void streamClosed(Status status) {
        if (!QUIET.contains(status.getCode())) {
          log.accept(method + " was refused: " + status.getCode() + " " + status.getDescription());
        }
      }
    };
  }
}
