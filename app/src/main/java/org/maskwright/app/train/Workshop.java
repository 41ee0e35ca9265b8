package org.maskwright.app.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.snapshot.FrozenSnapshot;
import org.maskwright.protocol.wire.CompareRequest;
import org.maskwright.protocol.wire.Comparison;
import org.maskwright.protocol.wire.ControlJobRequest;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobNews;
import org.maskwright.protocol.wire.MakeModelRequest;
import org.maskwright.protocol.wire.Regression;
import org.maskwright.protocol.wire.SubmitJobRequest;

/** Where models are trained and compared. Every question waits: it belongs into a task. */
public interface Workshop {

  /** The models there are; this one, too, once it was sent. */
  List<KnownModel> models(Optional<Content> also, Progress progress) throws IOException;

  /** The networks that a model of so many classes can be made of. */
  List<KnownNetwork> networks(int classes) throws IOException;

  /** Sends the file of weights if there is one, then makes a model; the result is its hash. */
  String make(MakeModelRequest request, Optional<Content> weights, Progress progress)
      throws IOException;

  /** Sends what is missing there, then the job. */
  Job submit(
      SubmitJobRequest request, FrozenSnapshot snapshot, Optional<Content> model, Progress progress)
      throws IOException;

  /** All jobs, the oldest first. */
  List<Job> jobs() throws IOException;

  Job control(String id, ControlJobRequest.Action action) throws IOException;

  /** Tells everything about a job until it has ended. */
  void watch(String id, Consumer<JobNews> listener, Progress progress) throws IOException;

  /** Sends what is missing there, then runs both models on the same images. */
  Compared compare(CompareRequest request, List<Content> contents, Progress progress)
      throws IOException;

  /** Brings a model here. */
  void fetch(String hash, Path target, Progress progress) throws IOException;

  /** What came of a comparison. */
  record Compared(Comparison comparison, List<Regression> worst) {
    public Compared {
      worst = List.copyOf(worst);
    }
  }
}
