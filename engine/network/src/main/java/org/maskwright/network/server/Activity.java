package org.maskwright.network.server;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.maskwright.protocol.wire.EngineActivity;

/** What the engine is doing at the moment. */
final class Activity {

  private final Listeners listeners = new Listeners();
  private final AtomicInteger calls = new AtomicInteger();

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
    return EngineActivity.newBuilder().setCalls(Math.max(0, calls.get())).build();
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
