package org.maskwright.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maskwright.app.task.Tasks.Outcome;

class FxTasksTest {

  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final FxTasks tasks = new FxTasks(1, window::add);
  private final List<Object> heard = new ArrayList<>();

  @AfterEach
  void close() {
    tasks.close();
  }

  @Test
  void theResultArrivesOnTheWindowsThread() throws InterruptedException {
    tasks.start(progress -> 42, new Outcome<>(heard::add, heard::add));
    assertThat(heard).isEmpty();

    next().run();

    assertThat(heard).containsExactly(42);
  }

  @Test
  void aFailureArrivesAsItWasThrown() throws InterruptedException {
    IOException failure = new IOException("gone");

    tasks.start(
        progress -> {
          throw failure;
        },
        new Outcome<>(heard::add, heard::add));
    next().run();

    assertThat(heard).containsExactly(failure);
  }

  @Test
  void anErrorOfTheMachineIsToldToo() throws InterruptedException {
    OutOfMemoryError error = new OutOfMemoryError("no room");

    tasks.start(
        progress -> {
          throw error;
        },
        new Outcome<>(heard::add, heard::add));
    next().run();

    assertThat(heard)
        .singleElement()
        .isInstanceOfSatisfying(
            WorkFailure.class,
            failure -> assertThat(failure).hasCause(error).hasMessageContaining("no room"));
  }

  @Test
  void aResultThatNobodyWaitsForAnyMoreIsDropped() throws InterruptedException {
    RunningTask task = tasks.start(progress -> 42, new Outcome<>(heard::add, heard::add));
    Runnable late = next();

    task.cancel();
    late.run();

    assertThat(heard).isEmpty();
  }

  @Test
  void workIsToldThatItWasCancelled() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    RunningTask task =
        tasks.start(
            progress -> {
              started.countDown();
              while (!progress.cancelled()) {
                Thread.onSpinWait();
              }
              ended.countDown();
              return 1;
            },
            new Outcome<>(heard::add, heard::add));
    started.await();

    task.cancel();

    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private Runnable next() throws InterruptedException {
    Runnable next = window.poll(10, TimeUnit.SECONDS);
    assertThat(next).isNotNull();
    return next;
  }
}
