package org.maskwright.network.server;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.server.call.Answering;
import org.maskwright.network.server.call.ServerProblem;
import org.maskwright.protocol.Refusals;

/** Answers calls one after the other, on a thread of its own; refuses when too many wait. */
final class CallQueue {

  private static final int CLOSING_SECONDS = 5;

  private final Activity activity;
  private final Answering answering;
  private final int mostWaiting;
  private final ThreadPoolExecutor thread;

  CallQueue(String name, int mostWaiting, Activity activity, Answering answering) {
    this.activity = activity;
    this.answering = answering;
    this.mostWaiting = mostWaiting;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(mostWaiting),
            work -> daemon(work, name));
  }

  private static Thread daemon(Runnable work, String name) {
    Thread made = new Thread(work, name);
    made.setDaemon(true);
    return made;
  }

  /** Answers in its turn; what the work throws becomes a refusal. */
  void add(ServerCallStreamObserver<?> call, Answering.Work work) {
    // With a handler, a call that is given up is no error of whoever still writes to it.
    call.setOnCancelHandler(() -> {});
    try {
      thread.execute(() -> work(call, work));
    } catch (RejectedExecutionException e) {
      call.onError(Refusals.status(DataException.of(ServerProblem.TOO_MANY_WAITING, mostWaiting)));
    }
  }

  private void work(ServerCallStreamObserver<?> call, Answering.Work work) {
    activity.begin();
    try {
      answering.guard(call, work);
    } finally {
      activity.end();
    }
  }

  /**
   * Ends what runs.
   *
   * @return false if it still runs after a moment, with whatever it uses
   */
  boolean close() {
    thread.shutdownNow();
    try {
      return thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
