package org.maskwright.network.server.call;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CancellationException;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.protocol.Refusals;

/** Answers calls, and turns whatever goes wrong into a refusal with a reason. */
public final class Answering {

  private final EngineLog log;

  public Answering(EngineLog log) {
    this.log = log;
  }

  /** Something to be answered. */
  @FunctionalInterface
  public interface Question<T> {
    T answer() throws Exception;
  }

  /** Work that answers by itself, piece by piece. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  public <T> void answer(StreamObserver<T> observer, Question<T> question) {
    guard(
        observer,
        () -> {
          T answer = question.answer();
          observer.onNext(answer);
          observer.onCompleted();
        });
  }

  public void guard(StreamObserver<?> observer, Work work) {
    try {
      work.run();
    } catch (DataException | CancellationException e) {
      refuse(observer, e);
    } catch (OutOfMemoryError e) {
      log.failure("A call needed more memory than there is", e);
      refuse(observer, new DataException(Problem.of(ServerProblem.MEMORY_SPENT), e));
    } catch (Exception | LinkageError e) {
      log.failure("A call failed", e);
      refuse(observer, e);
    }
  }

  private static void refuse(StreamObserver<?> observer, Throwable reason) {
    boolean gone = observer instanceof ServerCallStreamObserver<?> call && call.isCancelled();
    if (!gone) {
      observer.onError(Refusals.status(reason));
    }
  }
}
