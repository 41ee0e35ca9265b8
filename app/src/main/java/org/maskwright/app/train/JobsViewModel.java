package org.maskwright.app.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.maskwright.app.task.RunningTask;
import org.maskwright.app.task.Tasks.Outcome;
import org.maskwright.app.text.Texts;
import org.maskwright.protocol.wire.ControlJobRequest.Action;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobNews;

/** The project's trainings: all of them in a list, and one of them with its curves. */
public final class JobsViewModel {

  private final Around around;
  private final Texts texts;
  private final Freezing freezing;
  private final Activity activity;
  private final ObservableList<JobLine> jobs = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<JobLine>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Curves> curves = new ReadOnlyObjectWrapper<>(new Curves());
  private final ReadOnlyLongWrapper drawnLines = new ReadOnlyLongWrapper();
  private RunningTask watching = () -> {};
  private Runnable ended = () -> {};

  JobsViewModel(Around around) {
    this.around = around;
    this.texts = around.texts();
    this.freezing = new Freezing(around.session().project());
    activity = new Activity(texts);
  }

  public Activity activity() {
    return activity;
  }

  /** Those of this project, the newest first. */
  public ObservableList<JobLine> jobs() {
    return jobs;
  }

  /** The job that is looked at. */
  public ReadOnlyObjectProperty<Optional<JobLine>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Its curves so far. They grow: {@link #linesProperty} says when. */
  public ReadOnlyObjectProperty<Curves> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  /** How much was told of curves so far. */
  public ReadOnlyLongProperty linesProperty() {
    return drawnLines.getReadOnlyProperty();
  }

  /** Hears that a job that was looked at is done. */
  void onDone(Runnable listener) {
    ended = listener;
  }

  /** Asks which jobs there are. */
  void refresh() {
    activity.begin();
    activity.runs(
        around
            .tasks()
            .start(
                progress ->
                    around.workshop().jobs().stream()
                        .filter(job -> freezing.knows(job.getRequest().getSnapshot()))
                        .sorted(Comparator.comparingLong(Job::getSubmitted).reversed())
                        .map(JobLine::new)
                        .toList(),
                activity.outcome(this::listed)));
  }

  private void listed(List<JobLine> now) {
    jobs.setAll(now);
    boolean gone = shown.get().filter(line -> find(line.id()).isPresent()).isEmpty();
    if (gone) {
      now.stream().findFirst().ifPresentOrElse(this::show, this::showNothing);
    }
  }

  private Optional<JobLine> find(String id) {
    return jobs.stream().filter(line -> line.id().equals(id)).findFirst();
  }

  private void showNothing() {
    watching.cancel();
    shown.set(Optional.empty());
    curves.set(new Curves());
  }

  /** A job that was just begun. */
  void begun(Job job) {
    JobLine line = new JobLine(job);
    jobs.add(0, line);
    show(line);
  }

  /** Looks at a job, from the beginning of its curve on. */
  public void show(JobLine line) {
    if (shown.get().map(JobLine::id).equals(Optional.of(line.id()))) {
      return;
    }
    watching.cancel();
    shown.set(Optional.of(line));
    Curves drawn = new Curves();
    curves.set(drawn);
    watching =
        around
            .tasks()
            .start(
                progress -> {
                  around
                      .workshop()
                      .watch(
                          line.id(),
                          news -> around.window().execute(() -> heard(drawn, news)),
                          progress);
                  return true;
                },
                new Outcome<>(done -> {}, activity::failed));
  }

  private void heard(Curves drawn, JobNews news) {
    JobLine line = new JobLine(news.getJob());
    if (!shown.get().map(JobLine::id).equals(Optional.of(line.id())) || curves.get() != drawn) {
      return;
    }
    boolean wasDone = shown.get().filter(JobLine::isDone).isPresent();
    update(line);
    try {
      for (String told : news.getLinesList()) {
        drawn.add(told);
      }
    } catch (IOException e) {
      activity.failed(e);
    }
    if (news.getLinesCount() > 0) {
      drawnLines.set(drawnLines.get() + news.getLinesCount());
    }
    if (line.isDone() && !wasDone) {
      ended.run();
    }
  }

  private void update(JobLine line) {
    for (int i = 0; i < jobs.size(); i++) {
      if (jobs.get(i).id().equals(line.id())) {
        jobs.set(i, line);
      }
    }
    shown.set(Optional.of(line));
  }

  /** What the job is at, how fast, and for how long still. */
  public ObservableValue<String> status() {
    return texts
        .languageProperty()
        .flatMap(language -> shown.map(line -> line.map(this::status).orElse("")));
  }

  private String status(JobLine line) {
    List<String> parts = new ArrayList<>();
    parts.add(texts.get(line.stateKey()));
    line.problem().ifPresent(problem -> parts.add(texts.get(problem)));
    int epochs = line.choices().getEpochs();
    if (line.isRunning() && !line.isQuick() && line.job().getTotal() > 0) {
      long epoch = Math.min(epochs, line.job().getDone() * epochs / line.job().getTotal() + 1);
      parts.add(
          line.job().getPhase().equals("train")
              ? texts.get("train.epochOf", epoch, epochs)
              : texts.get("phase." + line.job().getPhase()));
    }
    line.stepSeconds().ifPresent(seconds -> addPace(line, seconds, parts));
    if (line.bestEpoch() > 0) {
      parts.add(texts.get("train.best", line.bestEpoch(), line.bestMeanIu()));
    }
    return String.join(" · ", parts);
  }

  private void addPace(JobLine line, double stepSeconds, List<String> parts) {
    parts.add(texts.get("train.pace", line.choices().getBatch() / stepSeconds));
    double steps = (double) line.job().getTotal() / Math.max(1, line.choices().getEpochs());
    parts.add(texts.get("train.epochTakes", duration(steps * stepSeconds)));
    parts.add(texts.get("train.left", duration(line.job().getSecondsLeft())));
  }

  private String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 90) {
      return texts.get("train.seconds", Math.max(1, whole));
    }
    long minutes = Math.round(seconds / 60);
    return minutes < 90
        ? texts.get("train.minutes", minutes)
        : texts.get("train.hours", Math.round(seconds / 3600));
  }

  /** What happened epoch by epoch, the last one first. */
  public String log() {
    List<String> said = new ArrayList<>();
    for (Curves.Epoch epoch : curves.get().epochs()) {
      said.add(
          0,
          texts.get(
              "train.logLine",
              epoch.number(),
              numbers(epoch.losses()),
              numbers(epoch.meanIus()),
              epoch.pace(),
              epoch.broken()));
    }
    return String.join("\n", said);
  }

  /** Coarse to fine. */
  private static String numbers(Map<String, Double> values) {
    return values.entrySet().stream()
        .sorted((a, b) -> Integer.compare(stride(b.getKey()), stride(a.getKey())))
        .map(e -> String.format(Locale.ROOT, "%s %.3f", e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static int stride(String variant) {
    return Integer.parseInt("0" + variant.replaceAll("\\D", ""));
  }

  /** With which choices it was begun, for the history. */
  public String parameters(JobLine line) {
    return line.isQuick()
        ? texts.get("train.parametersQuick")
        : texts.get(
            "train.parameters",
            line.choices().getEpochs(),
            line.choices().getBatch(),
            line.choices().getCrop());
  }

  public void pause() {
    control(Action.DO_PAUSE);
  }

  public void resume() {
    control(Action.DO_RESUME);
  }

  public void cancel() {
    control(Action.DO_CANCEL);
  }

  /** Says whether the job goes on when the window is closed. */
  public void goOn(boolean wanted) {
    control(wanted ? Action.DO_KEEP_RUNNING : Action.DO_PAUSE_WHEN_CLOSED);
  }

  /** Forgets a job that has ended. */
  public void remove() {
    shown
        .get()
        .filter(JobLine::isEnded)
        .ifPresent(
            line ->
                around
                    .tasks()
                    .start(
                        progress -> around.workshop().control(line.id(), Action.DO_REMOVE),
                        new Outcome<>(job -> refresh(), activity::failed)));
  }

  /** The engine answers at once, and the job ends within a step. */
  private void control(Action action) {
    shown
        .get()
        .ifPresent(
            line ->
                around
                    .tasks()
                    .start(
                        progress -> around.workshop().control(line.id(), action),
                        new Outcome<>(job -> answered(line, job), activity::failed)));
  }

  private void answered(JobLine before, Job job) {
    if (shown.get().map(JobLine::id).equals(Optional.of(before.id()))) {
      update(new JobLine(job));
    }
  }

  void close() {
    watching.cancel();
    activity.close();
  }
}
