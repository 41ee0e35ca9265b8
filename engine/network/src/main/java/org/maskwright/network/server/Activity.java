package org.maskwright.network.server;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.maskwright.network.server.call.Listeners;
import org.maskwright.network.server.call.Pump;
import org.maskwright.network.server.job.JobBook;
import org.maskwright.protocol.wire.EngineActivity;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobState;

/** What the engine is doing at the moment. */
final class Activity {

  private final Listeners listeners = new Listeners();
  private final JobBook book;
  private final AtomicInteger calls = new AtomicInteger();

  Activity(JobBook book) {
    this.book = book;
    book.listeners().add(listeners::tell);
  }

  Listeners listeners() {
    return listeners;
  }

  void begin() {
    calls.incrementAndGet();
    listeners.tell();
  }

  void end() {
    calls.decrementAndGet();
    listeners.tell();
  }

  EngineActivity now() {
    EngineActivity.Builder now = EngineActivity.newBuilder().setCalls(Math.max(0, calls.get()));
    for (Job job : book.list()) {
      if (job.getState() == JobState.RUNNING) {
        now.setJob(job.getRequest().getId());
      } else if (job.getState() == JobState.WAITING) {
        now.setWaitingJobs(now.getWaitingJobs() + 1);
      }
    }
    return now.build();
  }

  /** Tells the state now, and then every change of it. */
  Pump.Source<EngineActivity> changes() {
    return new Pump.Source<>() {
      private Optional<EngineActivity> told = Optional.empty();

      @Override
      public Optional<EngineActivity> next() {
        Optional<EngineActivity> now = Optional.of(now());
        boolean same = now.equals(told);
        told = now;
        return same ? Optional.empty() : now;
      }

      @Override
      public boolean isAtEnd() {
        return false;
      }
    };
  }
}
