package org.maskwright.network.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.FlatParameters;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.layer.Noise;

/**
 * Trains a network, epoch by epoch, and can be stopped and resumed at any time: its state is a
 * checkpoint after every epoch and at cancellation. On one thread a resumed training gives the same
 * network as one that was never stopped.
 */
public final class Trainer implements AutoCloseable {

  private final TrainingJob job;
  private final TrainingSettings settings;
  private final TrainingListener listener;
  private final Optimiser optimiser;
  private final ClassCensus census;

  /** How large images are from now on; the same for all of the training's own. */
  private final WorkingScale learned;

  private final TrainingStep step;
  private final @Nullable StartModel teacher;
  private final @Nullable FlatParameters accumulated;
  private final MetricsLog metrics;
  private TrainingPosition position = TrainingPosition.START;

  private Trainer(TrainingJob job, TrainingListener listener, Progress progress)
      throws IOException {
    this.job = job;
    this.settings = job.settings();
    this.listener = listener;
    checkStages();
    // What cannot be learned or scored is told now, not after the first epoch.
    ClassCensus scored =
        ClassCensus.of(job.validation(), job.classes(), "the validation split", progress);
    this.census = ClassCensus.of(job.training(), job.classes(), "the training split", progress);
    this.learned =
        job.workingScale().learnedFrom(Math.max(scored.longestSide(), census.longestSide()));
    this.optimiser = new Optimiser(job.network(), settings.rule(), settings.rates());
    this.accumulated = settings.accumulation() > 1 ? job.network().newRow() : null;
    this.teacher = settings.sampling().teacher() > 0 ? StartModel.copyOf(job.network()) : null;
    this.step =
        new TrainingStep(job.network(), classWeights(), teacher, settings.sampling().teacher());
    this.metrics = new MetricsLog(job.disk(), job.folder());
  }

  /** A training from the beginning. */
  public static Trainer start(TrainingJob job, TrainingListener listener, Progress progress)
      throws IOException {
    if (job.disk().exists(job.checkpoint())) {
      throw DataException.of(TrainingProblem.JOB_EXISTS, job.folder());
    }
    return new Trainer(job, listener, progress);
  }

  /** A training that goes on from its checkpoint; the job's network is the one it started from. */
  public static Trainer resume(TrainingJob job, TrainingListener listener, Progress progress)
      throws IOException {
    Trainer trainer = new Trainer(job, listener, progress);
    if (job.disk().exists(job.checkpoint())) {
      trainer.position =
          Checkpoint.read(
              job.disk(), job.checkpoint(), job.fingerprint(), trainer.checkpointRows());
      trainer.optimiser.continueFrom(trainer.position.updates());
    }
    return trainer;
  }

  private float @Nullable [] classWeights() throws DataException {
    List<Double> given = settings.sampling().given();
    if (given.isEmpty()) {
      ClassWeighting weighting = settings.sampling().weighting();
      return weighting == ClassWeighting.NONE ? null : census.weights(weighting);
    }
    if (given.size() != job.classes()) {
      throw DataException.of(
          TrainingProblem.SETTING_BAD, "class weights", given.size(), job.classes() + " numbers");
    }
    float[] weights = new float[given.size()];
    for (int c = 0; c < weights.length; c++) {
      weights[c] = given.get(c).floatValue();
    }
    return weights;
  }

  private List<FlatParameters> checkpointRows() {
    return Checkpoint.rows(job.network().flatParameters(), optimiser.memory());
  }

  /** Trains to the end, or to an early one; the position says how far it came. */
  public TrainingPosition run(Progress progress) throws IOException {
    while (position.epoch() < settings.epochs() && !isPatienceOver()) {
      epoch(progress);
    }
    return position;
  }

  private boolean isPatienceOver() {
    int patience = settings.stopping().patience();
    return patience > 0 && position.epoch() - position.bestEpoch() >= patience;
  }

  private void epoch(Progress progress) throws IOException {
    EpochTally tally = new EpochTally();
    job.network()
        .learn(
            learning(settings.stageOf(position.epoch())),
            parameter -> settings.rates().rate(parameter) > 0);
    try (BatchSource source = source()) {
      for (int b = position.batch(); b < batches(); b++) {
        stopIfCancelled(progress);
        train(source.next(), tally);
        progress.report("train", (long) position.epoch() * batches() + b + 1, totalBatches());
      }
    }
    tally.stopClock();
    Evaluation evaluation =
        new Evaluator(job.network(), job.preprocessing(), learned).run(job.validation(), progress);
    TrainingPosition next = position.afterEpoch(optimiser.steps(), evaluation.bestMeanIu());
    EpochReport report = tally.report(next, factor(), learned, evaluation);
    if (next.bestEpoch() == next.epoch()) {
      keep(() -> listener.best(report));
    }
    keep(() -> metrics.append(report));
    position = next;
    saveCheckpoint();
    keep(() -> listener.epochDone(report));
  }

  /** Those of a stage that the network has. */
  private Set<Variant> learning(TrainingSettings.Stage stage) {
    Set<Variant> both = EnumSet.copyOf(stage.variants());
    both.retainAll(job.network().description().variants());
    return both;
  }

  private void checkStages() throws DataException {
    for (TrainingSettings.Stage stage : settings.stages()) {
      if (learning(stage).isEmpty()) {
        String has = labels(job.network().description().variants());
        throw DataException.of(
            TrainingProblem.SETTING_BAD, "stage", labels(stage.variants()), "one with " + has);
      }
    }
  }

  private static String labels(Set<Variant> variants) {
    return variants.stream().map(Variant::label).collect(Collectors.joining("/"));
  }

  private BatchSource source() {
    double rare = settings.sampling().rareImages();
    EpochOrder order =
        rare > 0
            ? EpochOrder.weighted(census.drawWeights(rare), settings.seed(), position.epoch())
            : EpochOrder.uniform(job.training().size(), settings.seed(), position.epoch());
    Augmenter augmenter = new Augmenter(settings.augmentation(), learned, job.preprocessing());
    return new BatchSource(
        job.training(), augmenter, order, settings.batch(), position.batch(), batches());
  }

  private int batches() {
    int perUpdate = settings.batch() * settings.accumulation();
    return Math.max(1, job.training().size() / perUpdate) * settings.accumulation();
  }

  private long totalBatches() {
    return (long) batches() * settings.epochs();
  }

  private double factor() {
    long total = totalBatches() / settings.accumulation();
    return settings.schedule().factor(optimiser.steps(), total);
  }

  private void train(Batch batch, EpochTally tally) throws IOException {
    long seed = settings.seed() * 31 + (long) position.epoch() * batches() + batch.position();
    PixelChoice choice = choice(batch, seed);
    job.network().setNoise(new Noise(settings.sampling().dropout(), seed));
    TrainingStep.Outcome outcome =
        step.run(batch, learning(settings.stageOf(position.epoch())), choice);
    checkLosses(outcome.losses(), batch);
    boolean update = (batch.position() + 1) % settings.accumulation() == 0;
    if (accumulated == null) {
      optimiser.step(outcome.gradients(), factor());
    } else {
      accumulated.add(outcome.gradients());
      if (update) {
        accumulated.multiply(1.0 / settings.accumulation());
        optimiser.step(accumulated, factor());
        accumulated.clear();
      }
    }
    tally.add(batch, outcome.losses());
    long done = (long) position.epoch() * batches() + batch.position() + 1;
    keep(() -> listener.batchDone(done, totalBatches(), outcome.losses()));
    if (update) {
      position = position.inEpoch(batch.position() + 1, optimiser.steps());
      int every = settings.stopping().checkpointSteps();
      if (every > 0 && optimiser.steps() % every == 0) {
        saveCheckpoint();
      }
    }
  }

  private PixelChoice choice(Batch batch, long seed) {
    TrainingSettings.Sampling sampling = settings.sampling();
    return sampling.cells() < 1
        ? new PixelChoice(sampling.cells(), seed, Variant.FCN_32S.stride(), batch.side())
        : new PixelChoice(sampling.pixels(), seed);
  }

  private void checkLosses(Map<Variant, Double> losses, Batch batch) throws DataException {
    for (double loss : losses.values()) {
      if (!Double.isFinite(loss) || loss > settings.stopping().explodedLoss()) {
        throw DataException.of(
            TrainingProblem.EXPLODED,
            String.valueOf(loss),
            batch.position() + 1,
            position.epoch() + 1,
            job.folder());
      }
    }
  }

  /** Squares that were only accumulated so far are done again after a resume. */
  private void stopIfCancelled(Progress progress) throws IOException {
    boolean betweenUpdates = position.batch() % settings.accumulation() == 0;
    if (progress.cancelled() && betweenUpdates) {
      saveCheckpoint();
      throw new CancellationException();
    }
  }

  private void saveCheckpoint() throws IOException {
    keep(
        () ->
            Checkpoint.write(
                job.disk(), job.checkpoint(), job.fingerprint(), position, checkpointRows()));
  }

  /** Something of the training's state, on its way to the disk. */
  private interface Writing {
    void run() throws IOException;
  }

  private void keep(Writing writing) throws IOException {
    try {
      writing.run();
    } catch (DataException e) {
      throw e;
    } catch (IOException e) {
      throw new DataException(
          Problem.of(TrainingProblem.STATE_UNWRITTEN, job.folder(), String.valueOf(e.getMessage())),
          e);
    }
  }

  @Override
  public void close() {
    optimiser.close();
    if (teacher != null) {
      teacher.close();
    }
    if (accumulated != null) {
      accumulated.close();
    }
  }

  /** What adds up over an epoch; a resumed one counts from where it went on. */
  private static final class EpochTally {

    private final Map<Variant, Double> sums = new EnumMap<>(Variant.class);
    private final List<String> broken = new ArrayList<>();
    private final long begun = System.nanoTime();
    private int batches;
    private int images;
    private double seconds;

    void stopClock() {
      seconds = (System.nanoTime() - begun) / 1e9;
    }

    void add(Batch batch, Map<Variant, Double> losses) {
      losses.forEach((variant, loss) -> sums.merge(variant, loss, Double::sum));
      broken.addAll(batch.broken());
      batches++;
      images += batch.count();
    }

    EpochReport report(
        TrainingPosition end, double factor, WorkingScale scale, Evaluation evaluation) {
      Map<Variant, Double> means = new EnumMap<>(Variant.class);
      sums.forEach((variant, sum) -> means.put(variant, sum / Math.max(1, batches)));
      return new EpochReport(
          end.epoch(),
          end.updates(),
          means,
          factor,
          images / Math.max(1e-9, seconds),
          seconds,
          ResidentMemory.mebibytes(),
          broken.stream().distinct().sorted().toList(),
          scale,
          evaluation);
    }
  }
}
