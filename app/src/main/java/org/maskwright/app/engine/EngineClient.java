package org.maskwright.app.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.Answers;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.client.Transfers;
import org.maskwright.protocol.wire.ComparePart;
import org.maskwright.protocol.wire.CompareRequest;
import org.maskwright.protocol.wire.Comparison;
import org.maskwright.protocol.wire.HelloReply;
import org.maskwright.protocol.wire.ListModelsRequest;
import org.maskwright.protocol.wire.ListNetworksRequest;
import org.maskwright.protocol.wire.MakeModelPart;
import org.maskwright.protocol.wire.MakeModelRequest;
import org.maskwright.protocol.wire.Model;
import org.maskwright.protocol.wire.Network;
import org.maskwright.protocol.wire.PredictPart;
import org.maskwright.protocol.wire.PredictRequest;
import org.maskwright.protocol.wire.Regression;
import org.maskwright.protocol.wire.SeeObjectReply;
import org.maskwright.protocol.wire.SeeObjectRequest;
import org.maskwright.protocol.wire.Share;

/**
 * What view models ask the engine. Every question waits for its answer, so it belongs into a task;
 * one that finds no engine, or whose engine dies, fails at once with the reason.
 */
public final class EngineClient implements AutoCloseable {

  private static final int ANSWER_SECONDS = 30;
  private static final int CLICK_SECONDS = 10;

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

  /** The same, trusting the certificate that it shows now. */
  void trust(CertificateChange change) {
    supervisor.trust(change);
  }

  /** What the engine says about itself: version, backend, limits. */
  public HelloReply hello() throws IOException {
    return supervisor.now().hello();
  }

  /** The engine's own models, and of those that were sent the ones with these hashes. */
  public List<Model> models(String... also) throws IOException {
    ListModelsRequest request = ListModelsRequest.newBuilder().addAllAlso(List.of(also)).build();
    return supervisor.now().ask(ANSWER_SECONDS, stub -> stub.listModels(request)).getModelsList();
  }

  /** The networks that a model of so many classes can be made of. */
  public List<Network> networks(int classes) throws IOException {
    ListNetworksRequest request = ListNetworksRequest.newBuilder().setClasses(classes).build();
    return supervisor
        .now()
        .ask(ANSWER_SECONDS, stub -> stub.listNetworks(request))
        .getNetworksList();
  }

  /** Makes a model of one of them; the result is how the engine lists it. */
  public Model make(MakeModelRequest request, Progress progress) throws IOException {
    try (Answers<MakeModelRequest, MakeModelPart> answers =
        supervisor.now().listen((stub, into) -> stub.makeModel(request, into))) {
      Model made = Model.getDefaultInstance();
      for (Optional<MakeModelPart> part = answers.next(progress);
          part.isPresent();
          part = answers.next(progress)) {
        if (part.get().hasShare()) {
          told(part.get().getShare(), progress);
        } else {
          made = part.get().getModel();
        }
      }
      return made;
    }
  }

  private static void told(Share share, Progress progress) {
    progress.report(share.getPhase(), share.getDone(), share.getTotal());
  }

  /**
   * Runs two models on the same images.
   *
   * @param pictures hears of every image that became worse
   */
  public Comparison compare(
      CompareRequest request, Consumer<Regression> pictures, Progress progress) throws IOException {
    try (Answers<CompareRequest, ComparePart> answers =
        supervisor.now().listen((stub, into) -> stub.compare(request, into))) {
      Comparison result = Comparison.getDefaultInstance();
      for (Optional<ComparePart> part = answers.next(progress);
          part.isPresent();
          part = answers.next(progress)) {
        if (part.get().hasShare()) {
          told(part.get().getShare(), progress);
        } else if (part.get().hasRegression()) {
          pictures.accept(part.get().getRegression());
        } else {
          result = part.get().getComparison();
        }
      }
      return result;
    }
  }

  /** Asks for a prediction and waits for all of it; a cancelled one stops at the engine, too. */
  public List<PredictPart> predict(PredictRequest request, Progress progress) throws IOException {
    List<PredictPart> parts = new ArrayList<>();
    try (Answers<PredictRequest, PredictPart> answers =
        supervisor.now().listen((stub, into) -> stub.predict(request, into))) {
      for (Optional<PredictPart> part = answers.next(progress);
          part.isPresent();
          part = answers.next(progress)) {
        parts.add(part.get());
      }
    }
    return parts;
  }

  /** Asks where a clicked object is; somebody waits at the screen, so it is soon or not at all. */
  public SeeObjectReply seeObject(SeeObjectRequest request) throws IOException {
    return supervisor.now().ask(CLICK_SECONDS, stub -> stub.seeObject(request));
  }

  /** Waits until the engine can be asked again, after it went away; work says so meanwhile. */
  public void awaitEngine(Progress progress) {
    supervisor.awaitLink(progress);
  }

  /** Sends what the engine lacks of these; the result is how many bytes travelled. */
  public long send(Collection<Content> contents, Progress progress) throws IOException {
    return new Transfers(supervisor.now()).send(contents, progress);
  }

  /** Fetches a model or another content by its hash. */
  public void fetch(String hash, Path target, Progress progress) throws IOException {
    new Transfers(supervisor.now()).fetch(hash, target, progress);
  }

  public EngineJobs jobs() {
    return new EngineJobs(supervisor);
  }

  @Override
  public void close() {
    supervisor.close();
  }
}
