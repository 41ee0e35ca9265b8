package org.maskwright.protocol.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.Refusals;

/**
 * The answers to a call, one after the other, for a thread that waits for them. The call is cut off
 * as soon as whoever asked does not want it any more, and the engine then stops its work.
 */
public final class Answers<A, B> implements ClientResponseObserver<A, B>, AutoCloseable {

  private static final int LOOK_MILLIS = 20;

  private final BlockingQueue<Item<B>> items = new LinkedBlockingQueue<>();
  private @Nullable ClientCallStreamObserver<A> call;
  private volatile boolean cancelled;

  /** An answer, the failure, or the end. */
  private record Item<B>(@Nullable B answer, @Nullable Throwable failure) {}

  @Override
  public void beforeStart(ClientCallStreamObserver<A> started) {
    // One answer ahead: a slow reader holds the engine back instead of filling memory.
    started.disableAutoRequestWithInitial(1);
    call = started;
  }

  @Override
  public void onNext(B answer) {
    items.add(new Item<>(answer, null));
  }

  @Override
  public void onError(Throwable failure) {
    items.add(new Item<>(null, failure));
  }

  @Override
  public void onCompleted() {
    items.add(new Item<>(null, null));
  }

  /** The next answer; nothing at the end. */
  public Optional<B> next(Progress progress) throws IOException {
    try {
      Item<B> item = items.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      while (item == null) {
        progress.checkCancelled();
        item = items.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
      if (item.failure() instanceof StatusRuntimeException status) {
        if (status.getStatus().getCode() == Status.Code.CANCELLED && cancelled) {
          throw new CancellationException();
        }
        throw Refusals.failure(status);
      }
      if (call != null && item.answer() != null) {
        call.request(1);
      }
      return Optional.ofNullable(item.answer());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /** Lets the engine know that nothing more is wanted. */
  public void cancel() {
    cancelled = true;
    if (call != null) {
      call.cancel("not wanted any more", null);
    }
  }

  @Override
  public void close() {
    cancel();
  }
}
