package org.maskwright.app.train;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;

/** What a page is waiting for, how far it is, and what it has to say, in whatever language. */
public final class Activity {

  private static final double UNKNOWN = -1;

  private final Texts texts;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final Subscription language;
  private Supplier<String> said = () -> "";
  private RunningTask running = () -> {};

  Activity(Texts texts) {
    this.texts = texts;
    language = texts.languageProperty().subscribe(now -> message.set(said.get()));
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** From 0 to 1; less than 0 as long as nobody knows. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** Begins something in the place of what ran before. */
  void begin() {
    running.cancel();
    running = () -> {};
    progress.set(UNKNOWN);
    busy.set(true);
    say(() -> texts.get("train.wait"));
  }

  /** Keeps a handle on what was begun, unless it has ended already. */
  void runs(RunningTask task) {
    if (busy.get()) {
      running = task;
    }
  }

  /** An outcome whose end ends this. */
  <T> Outcome<T> outcome(Consumer<T> done) {
    return new Outcome<>(
        result -> {
          end(() -> "");
          done.accept(result);
        },
        this::failed,
        this::report);
  }

  private void report(String phase, long done, long total) {
    progress.set(total > 0 ? (double) done / total : UNKNOWN);
    say(
        () ->
            total > 0
                ? texts.get("exchange.phaseOf", texts.get("phase." + phase), done, total)
                : texts.get("phase." + phase));
  }

  void failed(Exception reason) {
    end(() -> texts.reason(reason));
  }

  void say(Supplier<String> words) {
    said = words;
    message.set(words.get());
  }

  private void end(Supplier<String> words) {
    running = () -> {};
    busy.set(false);
    say(words);
  }

  /** Gives up what runs. */
  public void cancel() {
    running.cancel();
    end(() -> "");
  }

  void close() {
    running.cancel();
    language.unsubscribe();
  }
}
