package org.maskwright.app.bench;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
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
      Platform.runLater(() -> afterDrawing(() -> Platform.runLater(() -> shown(start))));
    }

    /** This pulse's drawing is in the renderer's queue by now; a job behind it comes after it. */
    private static void afterDrawing(Runnable then) {
      Future<?> unused = Toolkit.getToolkit().addRenderJob(new RenderJob(then));
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
}
