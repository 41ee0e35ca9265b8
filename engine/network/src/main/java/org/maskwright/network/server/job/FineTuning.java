package org.maskwright.network.server.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.architecture.WorkingScale;
import org.maskwright.network.server.content.ContentStore;
import org.maskwright.network.server.content.DiskFloor;
import org.maskwright.network.train.EpochReport;
import org.maskwright.network.train.MetricsLog;
import org.maskwright.network.train.ModelKeeper;
import org.maskwright.network.train.Trainer;
import org.maskwright.network.train.TrainingJob;
import org.maskwright.network.train.TrainingListener;
import org.maskwright.network.train.TrainingPosition;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.protocol.snapshot.Snapshot;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.SubmitJobRequest;
import org.maskwright.protocol.wire.TrainingChoices;

/** Fine-tunes a model on a snapshot. */
public final class FineTuning implements JobRunner {

  /** Checkpoint and best model, each with its successor beside it while that is written. */
  private static final int SIZES_NEEDED = 8;

  private final ContentStore contents;
  private final Models models;
  private final DiskFloor floor;
  private final TrainingPlan plan;

  public FineTuning(ContentStore contents, Models models, DiskFloor floor, TrainingPlan plan) {
    this.contents = contents;
    this.models = models;
    this.floor = floor;
    this.plan = plan;
  }

  @Override
  public void check(SubmitJobRequest request) throws IOException {
    plan.settings(request.getTraining());
    scale(request.getTraining(), WorkingScale.OWN);
    ModelCard.checkName(request.getName());
    Path model = models.find(request.getModel());
    SnapshotExamples.check(request.getSnapshot(), List.of(Split.TRAIN, Split.VAL), contents);
    floor.check(SIZES_NEEDED * Files.size(model));
  }

  @Override
  public Outcome run(Job job, Path folder, JobReporter reporter) throws IOException {
    SubmitJobRequest request = job.getRequest();
    Snapshot snapshot = SnapshotExamples.snapshot(request.getSnapshot(), contents);
    StartModel kept = new StartModel(request, folder);
    try (LoadedModel start = kept.load(models, snapshot.classes(), "Fine-tuned from", reporter)) {
      ModelKeeper keeper = new ModelKeeper(RealDisk.INSTANCE, start, folder);
      TrainingJob training =
          new TrainingJob(
              start.network(),
              start.description().preprocessing(),
              scale(request.getTraining(), start.description().workingScale()),
              new SnapshotExamples(snapshot, Split.TRAIN, contents),
              new SnapshotExamples(snapshot, Split.VAL, contents),
              plan.settings(request.getTraining()),
              RealDisk.INSTANCE,
              folder);
      try (Trainer trainer = Trainer.resume(training, new Narrator(reporter, keeper), reporter)) {
        TrainingPosition end = trainer.run(reporter);
        return new Outcome(keeper.file(), end.bestEpoch(), end.bestMeanIu());
      }
    }
  }

  private static WorkingScale scale(TrainingChoices choices, WorkingScale start)
      throws DataException {
    try {
      WorkingScale scale =
          choices.hasWorkingScale() ? start.withFactor(choices.getWorkingScale()) : start;
      return choices.hasWorkingSide() ? scale.withSide(choices.getWorkingSide()) : scale;
    } catch (IllegalArgumentException e) {
      throw new DataException(
          Problem.of(JobProblem.REQUEST_BAD, String.valueOf(e.getMessage())), e);
    }
  }

  /** Tells what happens, and keeps the best. */
  private static final class Narrator implements TrainingListener {

    private final JobReporter reporter;
    private final ModelKeeper keeper;
    private final StepCurve steps;

    Narrator(JobReporter reporter, ModelKeeper keeper) {
      this.reporter = reporter;
      this.keeper = keeper;
      this.steps = new StepCurve(reporter);
    }

    @Override
    public void batchDone(long done, long total, Map<Variant, Double> losses) throws IOException {
      steps.step(done, total, losses);
    }

    @Override
    public void epochDone(EpochReport report) throws IOException {
      reporter.point(MetricsLog.line(report));
    }

    @Override
    public void best(EpochReport report) throws IOException {
      keeper.keep(report);
    }
  }
}
