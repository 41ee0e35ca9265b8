package org.maskwright.app.exchange;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.text.Texts;
import org.maskwright.data.format.Finding;
import org.maskwright.data.format.Preflight;
import org.maskwright.data.format.Severity;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;

/**
 * How an export or an import goes: looked at, under way, done or failed, and with what findings.
 */
public final class Course {

  private static final double UNKNOWN = -1;

  private final Texts texts;
  private final String cancelledKey;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.IDLE);
  private final ReadOnlyObjectWrapper<Optional<Preflight>> preflight =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final Subscription language;
  private Supplier<String> said = () -> "";
  private RunningTask running = () -> {};

  /**
   * Nothing has happened yet.
   *
   * @param cancelledKey what is said when work was cancelled half way
   */
  Course(Texts texts, String cancelledKey) {
    this.texts = texts;
    this.cancelledKey = cancelledKey;
    language = texts.languageProperty().subscribe(now -> sayAgain());
  }

  /** How far things are. */
  public enum Stage {
    IDLE,
    LOOKING,
    LOOKED,
    WORKING,
    DONE,
    FAILED;

    /** True while something runs that can be cancelled. */
    public boolean isBusy() {
      return this == LOOKING || this == WORKING;
    }
  }

  /** A line of what was found. */
  public record Line(Severity severity, String text) {}

  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  public Stage stage() {
    return stage.get();
  }

  /** What goes on, what came of it, or why it failed. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** From 0 to 1; less than 0 as long as nobody knows. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Preflight>> preflightProperty() {
    return preflight.getReadOnlyProperty();
  }

  /** True once it was looked at and nothing stands against it that was not allowed for. */
  boolean isReady(boolean skippingBroken) {
    return !stage.get().isBusy()
        && preflight
            .get()
            .filter(found -> !found.ready().isEmpty())
            .filter(found -> skippingBroken || !found.hasErrors())
            .isPresent();
  }

  /** What was found, what matters most first. */
  public ObservableList<Line> lines() {
    return lines;
  }

  private void fillLines() {
    lines.setAll(
        preflight.get().stream()
            .flatMap(found -> found.findings().list().stream())
            .sorted((a, b) -> b.code().severity().compareTo(a.code().severity()))
            .map(this::line)
            .toList());
  }

  private void sayAgain() {
    message.set(said.get());
    fillLines();
  }

  private Line line(Finding finding) {
    Problem sentence =
        Problem.of(finding.code(), finding.count(), String.join(", ", finding.examples()));
    return new Line(finding.code().severity(), texts.get(sentence));
  }

  /** Something begins; what ran before is given up. */
  void prepare(Stage kind) {
    running.cancel();
    running = () -> {};
    progress.set(UNKNOWN);
    say(() -> texts.get(kind == Stage.LOOKING ? "exchange.looking" : "exchange.working"));
    stage.set(kind);
  }

  /** Keeps a handle on what was prepared, unless it has ended already. */
  void runs(RunningTask task) {
    if (stage.get().isBusy()) {
      running = task;
    }
  }

  void report(String phase, long done, long total) {
    progress.set(total > 0 ? (double) done / total : UNKNOWN);
    say(
        () ->
            total > 0
                ? texts.get("exchange.phaseOf", texts.get("phase." + phase), done, total)
                : texts.get("phase." + phase));
  }

  void looked(Preflight found) {
    preflight.set(Optional.of(found));
    fillLines();
    end(Stage.LOOKED, () -> texts.get("exchange.ready", found.ready().size(), found.total()));
  }

  /** Something beside the work itself was done; what was found before still holds. */
  void noted(Supplier<String> words) {
    end(preflight.get().isPresent() ? Stage.LOOKED : Stage.IDLE, words);
  }

  void done(Supplier<String> result) {
    end(Stage.DONE, result);
  }

  void failed(Exception reason) {
    end(Stage.FAILED, () -> words(reason));
  }

  private String words(Exception reason) {
    if (reason instanceof DataException known) {
      return texts.get(known.problem());
    }
    return texts.get(
        reason instanceof IOException ? "main.failed" : "main.unforeseen",
        String.valueOf(reason.getMessage()));
  }

  /** Nothing is known any more. */
  void reset() {
    running.cancel();
    preflight.set(Optional.empty());
    fillLines();
    end(Stage.IDLE, () -> "");
  }

  /** Gives up what runs, and listens to nothing any more. */
  public void close() {
    cancel();
    language.unsubscribe();
  }

  /** Gives up what runs. */
  public void cancel() {
    String key = stage.get() == Stage.WORKING ? cancelledKey : "exchange.lookCancelled";
    running.cancel();
    noted(() -> texts.get(key));
  }

  /** What is said now, and once more in another language if that is chosen. */
  private void say(Supplier<String> words) {
    said = words;
    message.set(words.get());
  }

  private void end(Stage how, Supplier<String> words) {
    running = () -> {};
    say(words);
    stage.set(how);
  }
}
