package org.maskwright.network.server;

import io.grpc.stub.ServerCallStreamObserver;
import java.io.IOException;
import org.maskwright.data.dataset.Split;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.server.call.Answering;
import org.maskwright.network.server.call.ToldProgress;
import org.maskwright.network.server.content.ContentStore;
import org.maskwright.network.server.job.SnapshotExamples;
import org.maskwright.network.train.Evaluation;
import org.maskwright.network.train.Evaluator;
import org.maskwright.network.train.MetricsLog;
import org.maskwright.network.weights.model.LoadedModel;
import org.maskwright.network.weights.model.ModelFile;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.snapshot.Snapshot;
import org.maskwright.protocol.wire.ComparePart;
import org.maskwright.protocol.wire.CompareRequest;
import org.maskwright.protocol.wire.Comparison;
import org.maskwright.protocol.wire.EvaluatePart;
import org.maskwright.protocol.wire.EvaluateRequest;
import org.maskwright.protocol.wire.Regression;

/** Scores models on snapshots, one after the other, beside predictions and trainings. */
final class EvaluationDesk implements AutoCloseable {

  private static final int MAX_WAITING = 16;

  private final ModelShelf shelf;
  private final ContentStore contents;
  private final ComparisonDesk comparisons;
  private final CallQueue queue;

  EvaluationDesk(ModelShelf shelf, ContentStore contents, Activity activity, Answering answering) {
    this.shelf = shelf;
    this.contents = contents;
    this.queue = new CallQueue("evaluate", MAX_WAITING, activity, answering);
    this.comparisons = new ComparisonDesk(shelf, contents);
  }

  void evaluate(EvaluateRequest request, ServerCallStreamObserver<EvaluatePart> call) {
    queue.add(call, () -> answer(request, call));
  }

  void compare(CompareRequest request, ServerCallStreamObserver<ComparePart> call) {
    queue.add(call, () -> answer(request, call));
  }

  private void answer(CompareRequest request, ServerCallStreamObserver<ComparePart> call)
      throws IOException {
    ComparisonDesk.Answer answer =
        new ComparisonDesk.Answer() {
          @Override
          public void comparison(Comparison comparison) {
            call.onNext(ComparePart.newBuilder().setComparison(comparison).build());
          }

          @Override
          public void regression(Regression regression) {
            call.onNext(ComparePart.newBuilder().setRegression(regression).build());
          }
        };
    comparisons.compare(
        request,
        answer,
        new ToldProgress<>(call, share -> ComparePart.newBuilder().setShare(share).build()));
    call.onCompleted();
  }

  private void answer(EvaluateRequest request, ServerCallStreamObserver<EvaluatePart> call)
      throws IOException {
    Progress progress =
        new ToldProgress<>(call, share -> EvaluatePart.newBuilder().setShare(share).build());
    Split split =
        Split.byId(request.getSplit())
            .orElseThrow(
                () -> DataException.of(ProtocolProblem.MALFORMED, "there is no such split"));
    Snapshot snapshot = SnapshotExamples.snapshot(request.getSnapshot(), contents);
    try (LoadedModel model = ModelFile.load(shelf.find(request.getModel()), progress)) {
      if (model.description().labels().size() != snapshot.classes().size()) {
        throw DataException.of(
            ProtocolProblem.MALFORMED, "the snapshot was made for a model with other classes");
      }
      Evaluation evaluation =
          new Evaluator(
                  model.network(),
                  model.description().preprocessing(),
                  model.description().workingScale())
              .run(new SnapshotExamples(snapshot, split, contents), progress);
      String json = MetricsLog.tree(evaluation).toString();
      call.onNext(EvaluatePart.newBuilder().setResultJson(json).build());
      call.onCompleted();
    }
  }

  @Override
  public void close() {
    queue.close();
  }
}
