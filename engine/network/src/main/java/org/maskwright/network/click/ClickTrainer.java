package org.maskwright.network.click;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.FlatParameters;
import org.maskwright.network.train.Checkpoint;
import org.maskwright.network.train.Optimiser;
import org.maskwright.network.train.ResidentMemory;
import org.maskwright.network.train.Schedule;
import org.maskwright.network.train.TrainingJob;
import org.maskwright.network.train.TrainingPosition;
import org.maskwright.network.train.TrainingProblem;
import org.maskwright.network.train.UpdateRule;
import org.maskwright.network.weights.model.LoadedModel;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Teaches a network to select what is clicked. Every place of a batch is a session with simulated
 * clicks: what the network selects in one step decides where the next click of that session goes,
 * so that no pass is spent on simulation alone. A period begins with fresh sessions and ends with a
 * scoring and a checkpoint; a training that is resumed repeats nothing but its last, unfinished
 * period and becomes the same network.
 */
public final class ClickTrainer implements AutoCloseable {

  private static final double EXPLODED = 100;

  private final LoadedModel model;
  private final ClickTrainingSettings settings;
  private final List<ObjectFolder> training;
  private final Path folder;
  private final Schedule schedule;
  private final Optimiser optimiser;
  private final ClickScorer scorer;
  private TrainingPosition position = TrainingPosition.START;

  /** Hears how it goes. */
  public interface Listener {

    /**
     * A period is over.
     *
     * @param best whether the network is the best so far; who wants to keep it saves it now
     */
    void periodDone(ClickReport report, boolean best) throws IOException;
  }

  /**
   * A training in a folder, which goes on from the checkpoint there if there is one.
   *
   * @param validation what to score on
   */
  public ClickTrainer(
      LoadedModel model,
      List<ObjectFolder> training,
      List<ObjectFolder> validation,
      ClickTrainingSettings settings,
      Path folder)
      throws IOException {
    this.model = model;
    this.settings = settings;
    this.training = List.copyOf(training);
    this.folder = folder;
    this.schedule = Schedule.poly().withWarmUp(settings.warmUp());
    this.optimiser = new Optimiser(model.network(), UpdateRule.adamW(), settings.rates());
    this.scorer = new ClickScorer(model.network(), validation, maker(0), settings);
    if (Files.exists(checkpoint())) {
      position = Checkpoint.read(RealDisk.INSTANCE, checkpoint(), fingerprint(), rows());
      optimiser.continueFrom(position.updates());
    }
  }

  public Path checkpoint() {
    return folder.resolve(TrainingJob.CHECKPOINT_NAME);
  }

  private String fingerprint() {
    return settings + " " + training.stream().mapToInt(ObjectFolder::size).sum();
  }

  private List<FlatParameters> rows() {
    return Checkpoint.rows(model.network().flatParameters(), optimiser.memory());
  }

  private SessionMaker maker(double colour) {
    return new SessionMaker(
        settings.side(), settings.smallest(), colour, model.description().preprocessing());
  }

  /** Trains to the end; the position says which period was the best. */
  public TrainingPosition run(Listener listener, Progress progress) throws IOException {
    while (position.epoch() < settings.periods()) {
      period(listener, progress);
    }
    return position;
  }

  private void period(Listener listener, Progress progress) throws IOException {
    long begun = System.nanoTime();
    double losses = 0;
    long seed = settings.seed() * 7919 + position.epoch();
    try (SessionSource source = new SessionSource(training, maker(settings.colour()), seed)) {
      List<ClickSession> sessions = new ArrayList<>();
      while (sessions.size() < settings.batch()) {
        sessions.add(source.next());
      }
      for (int step = 0; step < settings.periodSteps(); step++) {
        if (progress.cancelled()) {
          throw new CancellationException();
        }
        double loss = step(sessions);
        check(loss, step);
        losses += loss;
        goOn(sessions, source);
        progress.report("train", optimiser.steps(), settings.steps());
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    ClickReport report =
        new ClickReport(
            position.epoch() + 1,
            optimiser.steps(),
            losses / settings.periodSteps(),
            factor(),
            settings.periodSteps() * settings.batch() / seconds,
            ResidentMemory.mebibytes(),
            scorer.score());
    TrainingPosition next = position.afterEpoch(optimiser.steps(), report.meanIou());
    listener.periodDone(report, next.bestEpoch() == next.epoch());
    position = next;
    Checkpoint.write(RealDisk.INSTANCE, checkpoint(), fingerprint(), position, rows());
  }

  private double factor() {
    return schedule.factor(optimiser.steps(), settings.steps());
  }

  private double step(List<ClickSession> sessions) {
    AtomicReference<ClickLoss.Outcome> outcome = new AtomicReference<>();
    ClickInput input = new ClickInput(sessions.size(), settings.side(), settings.side());
    for (int place = 0; place < sessions.size(); place++) {
      sessions.get(place).show(input, place);
    }
    List<byte[]> truths = sessions.stream().map(ClickSession::truth).toList();
    try (INDArray array = input.array()) {
      FlatParameters gradients =
          model
              .network()
              .backpropagate(
                  array,
                  outputs -> outcome.set(ClickLoss.replaceByGradient(outputs.get(0), truths)));
      optimiser.step(gradients, factor());
    }
    ClickLoss.Outcome seen = Objects.requireNonNull(outcome.get());
    for (int place = 0; place < sessions.size(); place++) {
      sessions.get(place).see(seen.probabilities().get(place));
    }
    return seen.loss();
  }

  private static void goOn(List<ClickSession> sessions, SessionSource source) throws IOException {
    for (int place = 0; place < sessions.size(); place++) {
      ClickSession session = sessions.get(place);
      if (!session.goesOn() || !ClickSimulator.next(session)) {
        sessions.set(place, source.next());
      }
    }
  }

  private void check(double loss, int step) throws DataException {
    if (!Double.isFinite(loss) || loss > EXPLODED) {
      throw DataException.of(
          TrainingProblem.EXPLODED, String.valueOf(loss), step + 1, position.epoch() + 1, folder);
    }
  }

  @Override
  public void close() {
    optimiser.close();
  }
}
