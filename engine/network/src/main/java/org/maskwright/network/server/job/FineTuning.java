package org.maskwright.network.server.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.io.RealDisk;
import org.maskwright.data.label.LabelClass;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.Variant;
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
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.protocol.snapshot.Snapshot;
import org.maskwright.protocol.snapshot.SnapshotProblem;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.SubmitJobRequest;

/** Fine-tunes a model on a snapshot. */
public final class FineTuning implements JobRunner {

  private static final String START = "start" + ModelFile.EXTENSION;

  /** Checkpoint and best model, each with its successor beside it while that is written. */
  private static final int SIZES_NEEDED = 8;

  private static final int HASH_SHOWN = 12;

  private final ContentStore contents;
  private final ModelSource models;
  private final DiskFloor floor;
  private final TrainingPlan plan;

  /** Finds models by their hashes. */
  @FunctionalInterface
  public interface ModelSource {
    Path find(String hash) throws IOException;
  }

  public FineTuning(ContentStore contents, ModelSource models, DiskFloor floor, TrainingPlan plan) {
    this.contents = contents;
    this.models = models;
    this.floor = floor;
    this.plan = plan;
  }

  @Override
  public void check(SubmitJobRequest request) throws IOException {
    plan.settings(request.getTraining());
    ModelCard.checkName(request.getName());
    Path model = models.find(request.getModel());
    Snapshot snapshot = SnapshotExamples.snapshot(request.getSnapshot(), contents);
    for (Split split : List.of(Split.TRAIN, Split.VAL)) {
      if (snapshot.of(split).isEmpty()) {
        throw DataException.of(SnapshotProblem.SPLIT_EMPTY, split.id());
      }
    }
    Set<String> missing = new HashSet<>(contentsOf(snapshot));
    missing.removeIf(contents::has);
    if (!missing.isEmpty()) {
      throw DataException.of(JobProblem.CONTENT_MISSING, missing.size());
    }
    floor.check(SIZES_NEEDED * Files.size(model));
  }

  /** The images and masks of a snapshot. */
  static List<String> contentsOf(Snapshot snapshot) {
    return snapshot.items().stream()
        .flatMap(item -> Stream.of(item.image(), item.mask()))
        .distinct()
        .toList();
  }

  @Override
  public Outcome run(Job job, Path folder, JobReporter reporter) throws IOException {
    SubmitJobRequest request = job.getRequest();
    Snapshot snapshot = SnapshotExamples.snapshot(request.getSnapshot(), contents);
    try (LoadedModel start = load(request, snapshot, folder, reporter)) {
      double scale =
          request.getTraining().hasWorkingScale()
              ? request.getTraining().getWorkingScale()
              : start.description().workingScale();
      ModelKeeper keeper = new ModelKeeper(RealDisk.INSTANCE, start, scale, folder);
      TrainingJob training =
          new TrainingJob(
              start.network(),
              start.description().preprocessing(),
              scale,
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

  /** A copy of the start stays with the job, so that a resume begins from the same. */
  private LoadedModel load(
      SubmitJobRequest request, Snapshot snapshot, Path folder, Progress progress)
      throws IOException {
    Path kept = folder.resolve(START);
    if (!Files.exists(kept)) {
      Path copy = folder.resolve(START + ".part");
      Files.deleteIfExists(copy);
      Files.copy(models.find(request.getModel()), copy);
      RealDisk.INSTANCE.replace(copy, kept);
    }
    try (ModelFile file = ModelFile.open(kept)) {
      boolean same = names(file.description().labels()).equals(names(snapshot.classes()));
      LoadedModel model =
          same
              ? file.load(progress)
              : file.loadFor(snapshot.classes(), request.getName(), progress);
      return new LoadedModel(model.description().withCard(card(model, request)), model.network());
    }
  }

  private static List<String> names(LabelScheme scheme) {
    return scheme.classes().stream().map(LabelClass::name).toList();
  }

  private static ModelCard card(LoadedModel model, SubmitJobRequest request) {
    ModelCard before = model.description().card();
    return new ModelCard(
        request.getName(),
        before.sources(),
        before.licences(),
        Map.of(),
        request.getSnapshot(),
        Stream.concat(
                before.notes().stream(),
                Stream.of("Fine-tuned from " + request.getModel().substring(0, HASH_SHOWN) + "."))
            .toList());
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
      keeper.keep(report.evaluation());
    }
  }
}
