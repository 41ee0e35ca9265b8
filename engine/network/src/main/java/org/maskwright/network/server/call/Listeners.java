package org.maskwright.network.server.call;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Those who want to know that something has changed. */
public final class Listeners {

  private final List<Runnable> all = new CopyOnWriteArrayList<>();

  public void add(Runnable listener) {
    all.add(listener);
  }

  public void remove(Runnable listener) {
    all.remove(listener);
  }

  public void tell() {
    all.forEach(Runnable::run);
  }
}
