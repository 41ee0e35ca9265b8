package org.maskwright.app.tool;

import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maskwright.data.click.ClickTally;

/** Counts clicks and seconds that objects take until they are accepted. */
public final class ClickMeter {

  private static final double NANOS_A_SECOND = 1e9;

  private final LongSupplier nanoTime;
  private final ReadOnlyObjectWrapper<ClickTally> tally =
      new ReadOnlyObjectWrapper<>(ClickTally.NONE);

  public ClickMeter(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Goes on counting where another day ended. */
  void goOnFrom(ClickTally before) {
    ClickTally since = tally.get();
    tally.set(
        new ClickTally(
            before.objects() + since.objects(),
            before.clicks() + since.clicks(),
            before.seconds() + since.seconds()));
  }

  /** The time that somebody spends on one object, without that spent elsewhere meanwhile. */
  final class Watch {

    private long spent;
    private long since = nanoTime.getAsLong();
    private boolean paused;

    private Watch(double secondsBefore) {
      spent = (long) (secondsBefore * NANOS_A_SECOND);
    }

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

    double seconds() {
      return nanos() / NANOS_A_SECOND;
    }
  }

  /** Begins to count the time of an object on which some was spent already. */
  Watch start(double secondsBefore) {
    return new Watch(secondsBefore);
  }

  void accepted(int clicks, Watch watch) {
    tally.set(tally.get().plus(clicks, watch.seconds()));
  }

  /** All accepted objects together. */
  public ReadOnlyObjectProperty<ClickTally> tallyProperty() {
    return tally.getReadOnlyProperty();
  }
}
