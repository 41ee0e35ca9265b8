package org.maskwright.network.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.project.ImageId;
import org.maskwright.data.project.Project;
import org.maskwright.data.project.Workplace;
import org.maskwright.data.task.Progress;
import org.maskwright.network.TinyFiles;
import org.maskwright.protocol.client.Answers;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.client.EngineLink;
import org.maskwright.protocol.client.Transfers;
import org.maskwright.protocol.snapshot.ClassTable;
import org.maskwright.protocol.snapshot.FrozenSnapshot;
import org.maskwright.protocol.snapshot.SnapshotWriter;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobKind;
import org.maskwright.protocol.wire.JobNews;
import org.maskwright.protocol.wire.SubmitJobRequest;
import org.maskwright.protocol.wire.TrainingChoices;
import org.maskwright.protocol.wire.WatchJobRequest;
import org.maskwright.protocol.wire.WhenClosed;

/** A tiny project that is frozen and sent to an engine for trainings. */
record SentProject(FrozenSnapshot snapshot, Content model) {

  static final String JOB = "0123-4567-89ab";

  private static final int IMAGES = 6;

  /** Draws it and freezes it; nothing is sent yet. */
  static SentProject freeze(Path folder) throws IOException {
    Path home = TinyFiles.project(folder, IMAGES);
    Path model = TinyFiles.model(folder.resolve("tiny.mwmodel"), "ground", "thing");
    try (Project project = Project.openReadOnly(home, Workplace.current())) {
      Map<ImageId, Split> splits = new HashMap<>();
      for (ImageId image : project.images(Progress.NONE)) {
        splits.put(image, splits.size() < IMAGES - 2 ? Split.TRAIN : Split.VAL);
      }
      FrozenSnapshot frozen =
          new SnapshotWriter(
                  project,
                  ClassTable.byName(project.scheme(), project.scheme()),
                  SnapshotWriter.Choices.USUAL,
                  folder.resolve("frozen"))
              .write(splits, Progress.NONE);
      return new SentProject(frozen, Content.of(model));
    }
  }

  long send(EngineLink link) throws IOException {
    List<Content> all = new ArrayList<>(snapshot.contents());
    all.add(model);
    return new Transfers(link).send(all, Progress.NONE);
  }

  SubmitJobRequest request(int epochs, WhenClosed whenClosed) {
    return SubmitJobRequest.newBuilder()
        .setId(JOB)
        .setName("tuned")
        .setKind(JobKind.FINE_TUNE)
        .setModel(model.hash())
        .setSnapshot(snapshot.hash())
        .setWhenClosed(whenClosed)
        .setTraining(
            TrainingChoices.newBuilder()
                .setEpochs(epochs)
                .setBatch(2)
                .setCrop(33)
                .setCheckpointUpdates(1))
        .build();
  }

  Job submit(EngineLink link, int epochs, WhenClosed whenClosed) throws IOException {
    send(link);
    return link.ask(30, stub -> stub.submitJob(request(epochs, whenClosed)));
  }

  /** What a window that watches from the first line on has seen when it has seen enough. */
  static Curve watch(EngineLink link, Curve.Enough enough) throws IOException {
    WatchJobRequest request = WatchJobRequest.newBuilder().setId(JOB).build();
    Curve curve = new Curve();
    try (Answers<WatchJobRequest, JobNews> news =
        link.listen((stub, into) -> stub.watchJob(request, into))) {
      Optional<JobNews> next = news.next(Progress.NONE);
      while (next.isPresent()) {
        curve.add(next.get());
        if (enough.isReached(curve)) {
          return curve;
        }
        next = news.next(Progress.NONE);
      }
    }
    return curve;
  }

  /** Makes sure that no file of the person's is needed any more. */
  static void hide(Path folder) throws IOException {
    Files.move(folder, folder.resolveSibling(folder.getFileName() + "-hidden"));
  }
}
