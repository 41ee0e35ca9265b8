package org.maskwright.protocol.server;

import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.function.Consumer;

/** Writes a line for every call that did not end well, also for those that no handler ever saw. */
final class CallLog extends ServerStreamTracer.Factory {

  private final Consumer<String> log;

  CallLog(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
    return new ServerStreamTracer() {
      @Override
      public void streamClosed(Status status) {
        if (!status.isOk() && status.getCode() != Status.Code.CANCELLED) {
          log.accept(method + " was refused: " + status.getCode() + " " + status.getDescription());
        }
      }
    };
  }
}
