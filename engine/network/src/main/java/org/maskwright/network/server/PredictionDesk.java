package org.maskwright.network.server;

import io.grpc.stub.ServerCallStreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.network.architecture.Variant;
import org.maskwright.network.predict.Manner;
import org.maskwright.network.predict.Prediction;
import org.maskwright.network.predict.Predictor;
import org.maskwright.network.refine.CrfSettings;
import org.maskwright.network.server.call.Answering;
import org.maskwright.network.server.call.CallProgress;
import org.maskwright.network.weights.model.ModelDescription;
import org.maskwright.protocol.ProtocolProblem;
import org.maskwright.protocol.wire.PredictPart;
import org.maskwright.protocol.wire.PredictRequest;
import org.maskwright.protocol.wire.ScoreGrid;

/** Predicts one image after the other, on a thread of its own, with models that stay warm. */
final class PredictionDesk implements AutoCloseable {

  private static final int MAX_WAITING = 64;
  private static final double MAX_SHRUNK = 1 << 16;

  private final ModelShelf shelf;
  private final SentImages images;
  private final PredictionMemory memory;
  private final WarmModels warm = new WarmModels();
  private final CallQueue queue;

  PredictionDesk(
      ModelShelf shelf,
      SentImages images,
      PredictionMemory memory,
      Activity activity,
      Answering answering) {
    this.shelf = shelf;
    this.images = images;
    this.memory = memory;
    this.queue = new CallQueue("predict", MAX_WAITING, activity, answering);
  }

  /** Answers in its turn; a call that was given up meanwhile costs nothing. */
  void predict(PredictRequest request, ServerCallStreamObserver<PredictPart> call) {
    queue.add(call, () -> answer(request, call));
  }

  private void answer(PredictRequest request, ServerCallStreamObserver<PredictPart> call)
      throws IOException {
    Progress progress = new CallProgress(call);
    progress.checkCancelled();
    Path file = shelf.find(request.getModel());
    Pixels image = images.pixels(request, progress);
    Predictor predictor = warm.get(request.getModel(), file, progress);
    progress.checkCancelled();
    ModelDescription model = predictor.model().description();
    Manner manner = manner(request, model);
    Prediction prediction = predictor.predict(image, manner, progress);
    progress.checkCancelled();
    PredictionAnswer answer =
        new PredictionAnswer(
            prediction,
            image,
            predictor.model().network(),
            manner.tiles() ? 1 : predictor.scaleFor(image, manner.shrunk()));
    Map<Variant, ScoreGrid> grids = answer.grids();
    String id = memory.keep(answer.width(), answer.height(), grids);
    call.onNext(answer.head(id, request.getRefined()));
    for (Map.Entry<Variant, ScoreGrid> grid : grids.entrySet()) {
      progress.checkCancelled();
      call.onNext(answer.part(grid.getKey(), grid.getValue()));
    }
    call.onCompleted();
  }

  private static Manner manner(PredictRequest request, ModelDescription model)
      throws DataException {
    return new Manner(
        request.getScale() == PredictRequest.Scale.TILES,
        shrunk(request),
        request.getRefined()
            ? Optional.of(model.refinement().orElse(CrfSettings.DEFAULT))
            : Optional.empty());
  }

  private static double shrunk(PredictRequest request) throws DataException {
    double shrunk = request.getShrunk() == 0 ? 1 : request.getShrunk();
    if (!(shrunk >= 1 && shrunk <= MAX_SHRUNK)) {
      throw DataException.of(
          ProtocolProblem.MALFORMED, "an image made " + shrunk + " times smaller");
    }
    return shrunk;
  }

  @Override
  public void close() {
    if (queue.close()) {
      warm.close();
    }
  }
}
