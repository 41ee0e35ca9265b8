package org.maskwright.app.bench;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Times frames from what a person did to when the window has it: the work on the toolkit's thread,
 * layout, drawing, and handing the picture to the window. Waiting for the screen's next beat is not
 * in it; {@code javafx.animation.fullspeed} has to be set before the toolkit starts.
 */
final class FrameClock {

  private final int warmUp;
  private final int count;

  FrameClock(int warmUp, int count) {
    this.warmUp = warmUp;
    this.count = count;
  }

  /** Does something again and again, a frame each, and says how long each of them took. */
  long[] time(IntConsumer action) throws InterruptedException {
    Run run = new Run(action);
    Platform.runLater(run::start);
    run.done.await();
    return run.nanos;
  }

  /** Lives on the toolkit's thread. */
  private final class Run extends AnimationTimer {

    private final IntConsumer action;
    private final long[] nanos = new long[count];
    private final CountDownLatch done = new CountDownLatch(1);
    private int turn = -warmUp;
    private boolean waiting;

    Run(IntConsumer action) {
      this.action = action;
    }

    @Override
    public void handle(long now) {
      if (waiting) {
        return;
      }
      waiting = true;
      long start = System.nanoTime();
      action.accept(turn + warmUp);
      Platform.runLater(() -> afterDrawing(() -> shown(start)));
    }

    private void shown(long start) {
      if (turn >= 0) {
        nanos[turn] = System.nanoTime() - start;
      }
      turn++;
      waiting = false;
      if (turn == count) {
        stop();
        done.countDown();
      }
    }
  }

  /** Does something once and says how long it took until the window shows what was waited for. */
  static long timeOnce(Runnable action, BooleanSupplier there) throws InterruptedException {
    AtomicLong nanos = new AtomicLong();
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(
        () -> {
          long start = System.nanoTime();
          action.run();
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              if (there.getAsBoolean()) {
                stop();
                Platform.runLater(
                    () ->
                        afterDrawing(
                            () -> {
                              nanos.set(System.nanoTime() - start);
                              done.countDown();
                            }));
              }
            }
          }.start();
        });
    done.await();
    return nanos.get();
  }

  /** This pulse's drawing is in the renderer's queue by now; a job behind it comes after it. */
  private static void afterDrawing(Runnable then) {
    Future<?> unused =
        Toolkit.getToolkit().addRenderJob(new RenderJob(() -> Platform.runLater(then)));
  }
}
