package org.maskwright.network.server.call;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends a stream of news to a window as fast as it takes them, without a thread that waits: it is
 * turned whenever there may be something new and whenever the wire has room.
 */
public final class Pump<T> {

  private final ServerCallStreamObserver<T> call;
  private final Answering answering;
  private final Source<T> source;
  private final AtomicInteger turns = new AtomicInteger();
  private Runnable detach = () -> {};
  private boolean ended;

  /** Where news come from. */
  public interface Source<T> {

    /** What is new since the last time, if anything is. */
    Optional<T> next() throws Exception;

    /** True if nothing will be new any more. */
    boolean isAtEnd();
  }

  public Pump(ServerCallStreamObserver<T> call, Answering answering, Source<T> source) {
    this.call = call;
    this.answering = answering;
    this.source = source;
  }

  /** Begins; whenever the listeners are told, it looks for news. */
  public void start(Listeners listeners, Runnable whenGone) {
    Runnable turn = this::turn;
    detach = () -> listeners.remove(turn);
    call.setOnCancelHandler(
        () -> {
          listeners.remove(turn);
          whenGone.run();
        });
    call.setOnReadyHandler(turn);
    listeners.add(turn);
    turn();
  }

  /** One turn after the other, and no thread waits for another: two could wait for each other. */
  private void turn() {
    if (turns.getAndIncrement() > 0) {
      return;
    }
    int done;
    do {
      done = turns.get();
      if (!ended && !call.isCancelled()) {
        answering.guard(call, this::send);
      }
    } while (turns.addAndGet(-done) > 0);
  }

  private void send() throws Exception {
    try {
      while (call.isReady()) {
        boolean last = source.isAtEnd();
        Optional<T> news = source.next();
        if (news.isPresent()) {
          call.onNext(news.get());
        } else {
          if (last) {
            end();
            call.onCompleted();
          }
          return;
        }
      }
    } catch (Exception e) {
      end();
      throw e;
    }
  }

  private void end() {
    ended = true;
    detach.run();
  }
}
