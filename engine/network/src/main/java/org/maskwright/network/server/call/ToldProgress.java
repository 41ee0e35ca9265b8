package org.maskwright.network.server.call;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.function.Function;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.wire.Share;

/** Sends how far it is to whoever asked, not more often than a person can read. */
public final class ToldProgress<T> implements Progress {

  private static final long REPORT_NANOS = 200_000_000L;

  private final ServerCallStreamObserver<T> call;
  private final Function<Share, T> part;
  private long next = System.nanoTime();

  /**
   * The progress of work for a call.
   *
   * @param part wraps it as the call's answers are
   */
  public ToldProgress(ServerCallStreamObserver<T> call, Function<Share, T> part) {
    this.call = call;
    this.part = part;
  }

  @Override
  public void report(String phase, long done, long total) {
    long now = System.nanoTime();
    if (now - next >= 0 && call.isReady()) {
      next = now + REPORT_NANOS;
      call.onNext(
          part.apply(Share.newBuilder().setPhase(phase).setDone(done).setTotal(total).build()));
    }
  }

  @Override
  public boolean cancelled() {
    return call.isCancelled();
  }
}
