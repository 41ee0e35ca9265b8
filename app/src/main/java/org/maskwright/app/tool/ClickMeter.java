package org.maskwright.app.tool;

import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Counts clicks and seconds that objects take until they are accepted. */
public final class ClickMeter {

  private static final double NANOS_A_SECOND = 1e9;

  private final LongSupplier nanoTime;
  private final ReadOnlyObjectWrapper<Tally> tally =
      new ReadOnlyObjectWrapper<>(new Tally(0, 0, 0));

  public ClickMeter(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** All accepted objects together. */
  public record Tally(int objects, long clicks, double seconds) {

    public double clicksEach() {
      return objects == 0 ? 0 : (double) clicks / objects;
    }

    public double secondsEach() {
      return objects == 0 ? 0 : seconds / objects;
    }
  }

  /** The time that somebody spends on one object, without that spent elsewhere meanwhile. */
  final class Watch {

    private long spent;
    private long since = nanoTime.getAsLong();
    private boolean paused;

    void pause() {
      spent = nanos();
      paused = true;
    }

    void goOn() {
      since = nanoTime.getAsLong();
      paused = false;
    }

    private long nanos() {
      return paused ? spent : spent + nanoTime.getAsLong() - since;
    }
  }

  Watch start() {
    return new Watch();
  }

  void accepted(int clicks, Watch watch) {
    Tally now = tally.get();
    tally.set(
        new Tally(
            now.objects() + 1,
            now.clicks() + clicks,
            now.seconds() + watch.nanos() / NANOS_A_SECOND));
  }

  public ReadOnlyObjectProperty<Tally> tallyProperty() {
    return tally.getReadOnlyProperty();
  }
}
