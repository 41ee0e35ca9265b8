package org.maskwright.app.engine;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.problem.DataException;

/**
 * The one engine that all of the window asks. It is started with the first project, in the
 * background, and exchanged when a person chooses another one. Its methods belong to the toolkit's
 * thread, but for {@link #now}.
 */
public final class SharedEngine implements AutoCloseable {

  private final Function<EngineChoice, EngineSource> sources;
  private final Executor window;
  private final ReadOnlyObjectWrapper<EngineChoice> choice;
  private final ReadOnlyObjectWrapper<EngineStatus> status =
      new ReadOnlyObjectWrapper<>(EngineStatus.STARTING);
  private volatile @Nullable EngineClient client;

  /**
   * An engine that has yet to be started.
   *
   * @param sources finds the engine that was chosen
   * @param window runs something on the toolkit's thread
   */
  public SharedEngine(
      EngineChoice first, Function<EngineChoice, EngineSource> sources, Executor window) {
    this.sources = sources;
    this.window = window;
    this.choice = new ReadOnlyObjectWrapper<>(first);
  }

  /** Starts it unless it runs already; returns at once. */
  public void start() {
    if (client == null) {
      connect();
    }
  }

  private void connect() {
    EngineClient opened = new EngineClient(sources.apply(choice.get()), window);
    client = opened;
    opened.statusProperty().subscribe(now -> heard(opened, now));
  }

  /** What an engine says that was left already is of no interest. */
  private void heard(EngineClient from, EngineStatus now) {
    if (from == client) {
      status.set(now);
    }
  }

  /** How the engine is, for whoever shows it or waits for it. */
  public ReadOnlyObjectProperty<EngineStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<EngineChoice> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  /** Leaves the engine for another one. */
  public void choose(EngineChoice chosen) {
    choice.set(chosen);
    EngineClient left = client;
    if (left != null) {
      connect();
      new Thread(left::close, "leave-engine").start();
    }
  }

  /** Starts an engine that was given up once more. */
  public void tryAgain() {
    Optional.ofNullable(client).ifPresent(EngineClient::tryAgain);
  }

  /** Trusts the certificate that an engine shows now, and turns to it once more. */
  public void trust(CertificateChange change) {
    Optional.ofNullable(client).ifPresent(there -> there.trust(change));
  }

  /** Whom to ask, from any thread; or the reason why nothing can be asked now. */
  public EngineClient now() throws IOException {
    EngineClient there = client;
    if (there == null) {
      throw DataException.of(EngineProblem.NOT_READY);
    }
    return there;
  }

  /** Lets the engine go, which then ends by itself unless a job is to go on. */
  @Override
  public void close() {
    EngineClient left = client;
    client = null;
    if (left != null) {
      left.close();
    }
  }
}
