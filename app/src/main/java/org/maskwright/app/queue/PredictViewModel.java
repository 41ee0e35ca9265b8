package org.maskwright.app.queue;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.maskwright.app.engine.EngineSupervisor;
import org.maskwright.app.proposal.Question;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.data.project.ImageEntry;

/** Predicts all images of the project in the background, and says how long that still takes. */
public final class PredictViewModel {

  private static final double UNKNOWN = -1;
  private static final double NANOS = 1e9;

  private final QueueServices services;
  private final Texts texts;
  private final LongSupplier clock;
  private final Runnable ended;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final Subscription language;
  private Supplier<String> said = () -> "";
  private RunningTask task = () -> {};
  private long started;

  /**
   * Predicts nothing yet.
   *
   * @param clock counts nanoseconds
   * @param ended is called when more is known than before
   */
  PredictViewModel(QueueServices services, LongSupplier clock, Runnable ended) {
    this.services = services;
    this.texts = services.texts();
    this.clock = clock;
    this.ended = ended;
    language = texts.languageProperty().subscribe(now -> message.set(said.get()));
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** From 0 to 1; less than 0 as long as nobody knows. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** How far it is, or what came of it. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  private void say(Supplier<String> words) {
    said = words;
    message.set(words.get());
  }

  /** Begins, or goes on where it was cancelled. */
  public void start() {
    Optional<Question> question = services.proposals().question();
    if (question.isPresent()) {
      start(question.get());
    } else {
      say(() -> services.proposals().stateProperty().get().text(texts));
    }
  }

  /** Goes on with what a window was at that was closed or killed meanwhile. */
  void resume(String hash) {
    services.proposals().modelsProperty().get().stream()
        .filter(model -> model.hash().equals(hash))
        .findFirst()
        .ifPresent(model -> start(services.proposals().question(model)));
  }

  private void start(Question asked) {
    if (running.get()) {
      return;
    }
    running.set(true);
    progress.set(UNKNOWN);
    started = clock.getAsLong();
    say(() -> texts.get("predict.beginning"));
    PredictProject work = new PredictProject(services.images(), services.book(), asked);
    List<ImageEntry> all = List.copyOf(services.session().entries());
    task =
        services
            .background()
            .start(
                progress -> work.run(all, progress),
                new Outcome<>(this::done, this::failed, this::report));
    if (!running.get()) {
      task = () -> {};
    }
  }

  private void report(String phase, long done, long total) {
    if (phase.equals(EngineSupervisor.WAITING) && running.get()) {
      progress.set(UNKNOWN);
      say(() -> texts.get("predict.waiting"));
      return;
    }
    if (total == 0 || !running.get()) {
      return;
    }
    progress.set((double) done / total);
    double seconds = (clock.getAsLong() - started) / NANOS;
    say(
        () ->
            done == 0
                ? texts.get("predict.first", total)
                : texts.get("predict.left", done, total, left(seconds / done * (total - done))));
  }

  private String left(double seconds) {
    long minutes = Math.round(seconds / 60);
    if (seconds < 60) {
      return texts.get("predict.seconds", Math.max(1, Math.round(seconds)));
    }
    return minutes < 60
        ? texts.get("predict.minutes", minutes)
        : texts.get("predict.hours", minutes / 60, minutes % 60);
  }

  private void done(PredictProject.Outcome outcome) {
    running.set(false);
    say(() -> words(outcome));
    ended.run();
  }

  private String words(PredictProject.Outcome outcome) {
    StringBuilder words = new StringBuilder(texts.get("predict.done", outcome.predicted()));
    if (outcome.heldOut() > 0) {
      words.append(' ').append(texts.get("predict.heldOut", outcome.heldOut()));
    }
    if (outcome.failed() > 0) {
      words.append(' ').append(texts.get("predict.unreadable", outcome.failed()));
    }
    return words.toString();
  }

  private void failed(Exception reason) {
    running.set(false);
    say(() -> texts.reason(reason));
    ended.run();
  }

  /** Ends it; what was answered so far stays known. */
  public void cancel() {
    if (running.get()) {
      leave();
      services
          .background()
          .start(
              progress -> {
                services.book().want(Optional.empty());
                return true;
              },
              new Outcome<>(kept -> {}, this::failed));
    }
  }

  private void leave() {
    if (running.get()) {
      task.cancel();
      running.set(false);
      say(() -> texts.get("predict.cancelled"));
      ended.run();
    }
  }

  /** The project is left; when it is open again, this goes on. */
  void close() {
    leave();
    language.unsubscribe();
  }
}
