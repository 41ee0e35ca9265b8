package org.maskwright.app.session;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.task.Tasks.Work;
import org.maskwright.data.task.Progress;

/**
 * Work on the files of a project as a whole. It waits until masks are saved, does not hold up those
 * that are saved meanwhile, and can be cancelled at any time.
 */
public final class LongWork {

  private final ProjectSession session;
  private final Backstage backstage;

  LongWork(ProjectSession session, Backstage backstage) {
    this.session = session;
    this.backstage = backstage;
  }

  /** Works once all strokes so far are in their files; images stay open. */
  public <T> RunningTask onceSaved(Work<T> work, Outcome<T> outcome) {
    Held<T> held = new Held<>(work, outcome, () -> {});
    session.save();
    backstage
        .saving()
        .start(progress -> true, new Outcome<>(saved -> begin(held), outcome.onFailure()));
    return held;
  }

  /** Saves and closes all masks, works, then shows the image again as it is now. */
  public <T> RunningTask onceClosed(Work<T> work, Outcome<T> outcome) {
    Held<T> held = new Held<>(work, outcome, session::comeBack);
    session.clear(() -> begin(held));
    return held;
  }

  private <T> void begin(Held<T> held) {
    backstage.listing().start(held::run, held.outcome());
  }

  /** Work whose end is heard by the session even if whoever asked for it has cancelled it. */
  private static final class Held<T> implements RunningTask {

    private final Work<T> work;
    private final Outcome<T> wanted;
    private final Runnable after;
    private volatile boolean cancelled;

    Held(Work<T> work, Outcome<T> wanted, Runnable after) {
      this.work = work;
      this.wanted = wanted;
      this.after = after;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    Optional<T> run(Progress progress) throws Exception {
      Progress watched = new Watched(progress);
      try {
        watched.checkCancelled();
        return Optional.of(work.run(watched));
      } catch (CancellationException e) {
        return Optional.empty();
      }
    }

    Outcome<Optional<T>> outcome() {
      return new Outcome<>(
          result -> {
            after.run();
            if (!cancelled) {
              result.ifPresent(wanted.onSuccess());
            }
          },
          reason -> {
            after.run();
            if (!cancelled) {
              wanted.onFailure().accept(reason);
            }
          },
          (phase, done, total) -> {
            if (!cancelled) {
              wanted.onProgress().report(phase, done, total);
            }
          });
    }

    private final class Watched implements Progress {

      private final Progress told;

      Watched(Progress told) {
        this.told = told;
      }

      @Override
      public void report(String phase, long done, long total) {
        told.report(phase, done, total);
      }

      @Override
      public boolean cancelled() {
        return cancelled || told.cancelled();
      }
    }
  }
}
