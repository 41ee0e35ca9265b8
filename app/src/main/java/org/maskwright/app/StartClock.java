package org.maskwright.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Says how long the window took to be there, from the program's first moment to the frame in which
 * it answers, and closes it again: {@code JAVA_TOOL_OPTIONS=-Dmaskwright.measureStart=true}.
 */
final class StartClock extends AnimationTimer {

  /** The first frame lays out, the second one is on the screen when the third begins. */
  private static final int FRAMES = 3;

  private int frames;

  private StartClock() {}

  static void startIfWanted() {
    if (Boolean.getBoolean("maskwright.measureStart")) {
      new StartClock().start();
    }
  }

  @Override
  public void handle(long now) {
    frames++;
    if (frames == FRAMES) {
      stop();
      Instant begin = ProcessHandle.current().info().startInstant().orElseThrow();
      double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
      System.out.println(String.format(Locale.ROOT, "usable after %.2f s", seconds));
      Platform.exit();
    }
  }
}
