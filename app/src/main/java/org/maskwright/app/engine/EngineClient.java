package org.maskwright.app.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.Answers;
import org.maskwright.protocol.client.EngineLink;
import org.maskwright.protocol.wire.HelloReply;
import org.maskwright.protocol.wire.ListModelsRequest;
import org.maskwright.protocol.wire.Model;
import org.maskwright.protocol.wire.PredictPart;
import org.maskwright.protocol.wire.PredictRequest;
import org.maskwright.protocol.wire.PredictionVariant;

/**
 * What view models ask the engine. Every question waits for its answer, so it belongs into a task;
 * one that finds no engine, or whose engine dies, fails at once with the reason.
 */
public final class EngineClient implements AutoCloseable {

  private static final int ANSWER_SECONDS = 30;

  private final EngineSupervisor supervisor;
  private final ReadOnlyObjectWrapper<EngineStatus> status =
      new ReadOnlyObjectWrapper<>(EngineStatus.STARTING);

  /**
   * A client of this engine, which is started at once.
   *
   * @param window runs something on the toolkit's thread
   */
  public EngineClient(EngineSource source, Executor window) {
    supervisor =
        new EngineSupervisor(
            source, now -> window.execute(() -> status.set(now)), System::nanoTime);
    supervisor.start();
  }

  /** How the engine is; changes on the toolkit's thread. */
  public ReadOnlyObjectProperty<EngineStatus> statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Starts an engine that was given up once more. */
  public void tryAgain() {
    supervisor.tryAgain();
  }

  private EngineLink link() throws IOException {
    return supervisor.link().orElseThrow(() -> DataException.of(EngineProblem.NOT_READY));
  }

  /** What the engine says about itself: version, backend, limits. */
  public HelloReply hello() throws IOException {
    return link().hello();
  }

  public List<Model> models() throws IOException {
    return link()
        .ask(ANSWER_SECONDS, stub -> stub.listModels(ListModelsRequest.getDefaultInstance()))
        .getModelsList();
  }

  /** Asks for a prediction and waits for all of it; a cancelled one stops at the engine, too. */
  public EnginePrediction predict(PredictRequest request, Progress progress) throws IOException {
    try (Answers<PredictRequest, PredictPart> answers =
        link().listen((stub, into) -> stub.predict(request, into))) {
      Optional<PredictPart> head = answers.next(progress);
      List<PredictionVariant> variants = new ArrayList<>();
      for (Optional<PredictPart> part = answers.next(progress);
          part.isPresent();
          part = answers.next(progress)) {
        variants.add(part.get().getVariant());
      }
      return EnginePrediction.of(
          head.map(PredictPart::getHead).orElseThrow(EnginePrediction::nothingSaid), variants);
    }
  }

  @Override
  public void close() {
    supervisor.close();
  }
}
