package org.maskwright.app.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.client.Answers;
import org.maskwright.protocol.client.EngineLink;
import org.maskwright.protocol.wire.AttendRequest;
import org.maskwright.protocol.wire.EngineActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an engine at hand: connects to it, tells it that the window is there, and brings it back
 * when it dies; but not again and again, when it dies of something that starting does not cure.
 */
public final class EngineSupervisor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EngineSupervisor.class);
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long MAX_PAUSE_MILLIS = 20_000;
  private static final int LOOK_MILLIS = 100;
  private static final long WINDOW_NANOS = Duration.ofMinutes(5).toNanos();

  /** What work says that it does while it waits for the engine to come back. */
  public static final String WAITING = "engine";

  private final EngineSource source;
  private final Consumer<EngineStatus> listener;
  private final LongSupplier nanoTime;
  private final Deque<Long> starts = new ArrayDeque<>();
  private final Thread thread = new Thread(this::run, "engine");
  private final Progress untilClosed =
      new Progress() {
        @Override
        public void report(String phase, long done, long total) {}

        @Override
        public boolean cancelled() {
          return closed;
        }
      };
  private volatile boolean closed;
  private volatile @Nullable EngineLink link;
  private final AtomicReference<@Nullable CertificateChange> trusted = new AtomicReference<>();
  private boolean wanted = true;

  /**
   * A supervisor that has yet to be started.
   *
   * @param listener hears of every change, on a thread of the supervisor's
   * @param nanoTime tells the time
   */
  public EngineSupervisor(
      EngineSource source, Consumer<EngineStatus> listener, LongSupplier nanoTime) {
    this.source = source;
    this.listener = listener;
    this.nanoTime = nanoTime;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** The connection, while there is one. */
  Optional<EngineLink> link() {
    return Optional.ofNullable(link);
  }

  /** The same, or the reason why nothing can be asked now. */
  EngineLink now() throws IOException {
    return link().orElseThrow(() -> DataException.of(EngineProblem.NOT_READY));
  }

  /** Waits until something can be asked; meanwhile it says that it waits for the engine. */
  void awaitLink(Progress progress) {
    try {
      while (link == null) {
        progress.checkCancelled();
        untilClosed.checkCancelled();
        progress.report(WAITING, 0, 0);
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /** Starts an engine that was given up once more: a person asks for it. */
  public synchronized void tryAgain() {
    starts.clear();
    wanted = true;
    notifyAll();
  }

  /** The same, trusting the certificate that it shows now. */
  void trust(CertificateChange change) {
    trusted.set(change);
    tryAgain();
  }

  private void run() {
    Optional<Problem> before = Optional.empty();
    try {
      while (!closed) {
        if (!mayStart(before)) {
          listener.accept(EngineStatus.lost(givenUp(before)));
          awaitWanted();
        }
        listener.accept(before.map(EngineStatus::startingAgain).orElse(EngineStatus.STARTING));
        pause();
        before = Optional.of(attend());
        LOG.warn("{}", before.get());
      }
    } catch (CancellationException e) {
      LOG.debug("The window leaves the engine");
    }
  }

  /** What is said at the end: why it fails each time, if that is known. */
  private Problem givenUp(Optional<Problem> last) {
    boolean known = last.filter(p -> p.code() != EngineProblem.ENDED).isPresent();
    return known
        ? last.get()
        : Problem.of(EngineProblem.ENDED_TOO_OFTEN, source.maxAttempts(), source.log());
  }

  private synchronized boolean mayStart(Optional<Problem> before) {
    if (before.filter(EngineProblem::needsAPerson).isPresent()) {
      wanted = false;
      return false;
    }
    long now = nanoTime.getAsLong();
    starts.removeIf(then -> now - then > WINDOW_NANOS);
    if (starts.size() >= source.maxAttempts()) {
      wanted = false;
      return false;
    }
    starts.add(now);
    return true;
  }

  /** The first attempt is made at once, each further one after twice the time. */
  private synchronized void pause() {
    int before = Math.min(starts.size() - 1, Long.SIZE / 2);
    long millis = before < 1 ? 0 : Math.min(MAX_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << before);
    long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    try {
      for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
        wait(Math.max(1, Duration.ofNanos(left).toMillis()));
      }
    } catch (InterruptedException e) {
      throw new CancellationException();
    }
  }

  private synchronized void awaitWanted() {
    try {
      while (!wanted) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new CancellationException();
    }
    untilClosed.checkCancelled();
    starts.add(nanoTime.getAsLong());
  }

  /** Is there for as long as the engine is; the result is why it is not any more. */
  private Problem attend() {
    try (EngineLink opened = connect();
        Answers<AttendRequest, EngineActivity> activity =
            opened.listen((stub, into) -> stub.attend(AttendRequest.getDefaultInstance(), into))) {
      link = opened;
      for (Optional<EngineActivity> now = activity.next(untilClosed);
          now.isPresent();
          now = activity.next(untilClosed)) {
        boolean busy = now.get().getCalls() > 0 || !now.get().getJob().isEmpty();
        listener.accept(busy ? EngineStatus.BUSY : EngineStatus.READY);
      }
      return source.gone();
    } catch (DataException e) {
      untilClosed.checkCancelled();
      return e.problem().code() == ProtocolProblem.ENGINE_GONE ? source.gone() : e.problem();
    } catch (IOException e) {
      untilClosed.checkCancelled();
      LOG.warn("The engine could not be started", e);
      return Problem.of(EngineProblem.DID_NOT_START, source.log());
    } finally {
      link = null;
    }
  }

  private EngineLink connect() throws IOException {
    CertificateChange change = trusted.getAndSet(null);
    if (change != null) {
      source.trust(change);
    }
    return source.connect(untilClosed);
  }

  /** Leaves the engine, which then ends by itself unless a job is to go on. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
