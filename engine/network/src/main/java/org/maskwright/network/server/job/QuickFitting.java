package org.maskwright.network.server.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.io.RealDisk;
import org.maskwright.network.quick.QuickFit;
import org.maskwright.network.server.content.ContentStore;
import org.maskwright.network.server.content.DiskFloor;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelCard;
import org.maskwright.network.weights.model.ModelWriter;
import org.maskwright.network.weights.model.Precision;
import org.maskwright.protocol.snapshot.Snapshot;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.SubmitJobRequest;

/** Makes a draft in seconds: the score layers of a model, fitted to a snapshot. */
public final class QuickFitting implements JobRunner {

  /** The start's copy and the draft. */
  private static final int SIZES_NEEDED = 2;

  private final ContentStore contents;
  private final Models models;
  private final DiskFloor floor;

  public QuickFitting(ContentStore contents, Models models, DiskFloor floor) {
    this.contents = contents;
    this.models = models;
    this.floor = floor;
  }

  @Override
  public void check(SubmitJobRequest request) throws IOException {
    ModelCard.checkName(request.getName());
    Path model = models.find(request.getModel());
    SnapshotExamples.check(request.getSnapshot(), List.of(Split.TRAIN), contents);
    floor.check(SIZES_NEEDED * Files.size(model));
  }

  @Override
  public Outcome run(Job job, Path folder, JobReporter reporter) throws IOException {
    SubmitJobRequest request = job.getRequest();
    Snapshot snapshot = SnapshotExamples.snapshot(request.getSnapshot(), contents);
    StartModel start = new StartModel(request, folder);
    try (LoadedModel model =
        start.load(models, snapshot.classes(), "Draft: scores quickly fitted from", reporter)) {
      new QuickFit(
              model.network(),
              model.description().preprocessing(),
              model.description().workingScale(),
              request.getTraining().getSeed())
          .run(new SnapshotExamples(snapshot, Split.TRAIN, contents), reporter);
      Path draft = folder.resolve(JobModels.BEST);
      new ModelWriter(model.description(), model.network(), Precision.FULL)
          .write(RealDisk.INSTANCE, draft);
      // Nobody has examined it: the gate does.
      return new Outcome(draft, 0, 0);
    }
  }
}
