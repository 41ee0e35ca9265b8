package org.maskwright.app.session;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves settings behind the window's back: a slider that is dragged changes them many times a
 * second, and only the last of those is worth a write to the disk.
 */
public final class SettingsSaver implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsSaver.class);
  private static final long PATIENCE_SECONDS = 5;

  private final SettingsStore store;
  private final ExecutorService disk = Executors.newSingleThreadExecutor();
  private final AtomicReference<@Nullable Settings> waiting = new AtomicReference<>();

  public SettingsSaver(SettingsStore store) {
    this.store = store;
  }

  /** Saves these soon, unless newer ones come before. */
  public void save(Settings settings) {
    if (waiting.getAndSet(settings) == null) {
      disk.execute(this::write);
    }
  }

  private void write() {
    Settings newest = waiting.getAndSet(null);
    if (newest == null) {
      return;
    }
    try {
      store.save(newest);
    } catch (IOException e) {
      LOG.warn("The settings could not be saved: {}", e.getMessage());
    }
  }

  /** Returns when the last ones are saved. */
  @Override
  public void close() {
    disk.shutdown();
    try {
      if (!disk.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("The disk is too slow for the last settings to be saved");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
