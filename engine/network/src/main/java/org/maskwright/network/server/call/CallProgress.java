package org.maskwright.network.server.call;

import io.grpc.stub.ServerCallStreamObserver;
import org.maskwright.data.task.Progress;

/** Work for a call ends when whoever asked does not want it any more. */
public record CallProgress(ServerCallStreamObserver<?> call) implements Progress {

  @Override
  public void report(String phase, long done, long total) {}

  @Override
  public boolean cancelled() {
    return call.isCancelled();
  }
}
