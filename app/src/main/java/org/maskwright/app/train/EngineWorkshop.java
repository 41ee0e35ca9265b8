package org.maskwright.app.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.maskwright.app.engine.EngineClient;
import org.maskwright.app.engine.SharedEngine;
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

/** The engine as the workshop. */
public final class EngineWorkshop implements Workshop {

  private final SharedEngine engine;

  public EngineWorkshop(SharedEngine engine) {
    this.engine = engine;
  }

  @Override
  public List<KnownModel> models(Optional<Content> also, Progress progress) throws IOException {
    EngineClient client = engine.now();
    client.send(also.stream().toList(), progress);
    String[] sent = also.stream().map(Content::hash).toArray(String[]::new);
    return client.models(sent).stream().filter(KnownModel::predicts).map(KnownModel::of).toList();
  }

  @Override
  public List<KnownNetwork> networks(int classes) throws IOException {
    return engine.now().networks(classes).stream().map(KnownNetwork::of).toList();
  }

  @Override
  public String make(MakeModelRequest request, Optional<Content> weights, Progress progress)
      throws IOException {
    EngineClient client = engine.now();
    client.send(weights.stream().toList(), progress);
    return client.make(request, progress).getHash();
  }

  @Override
  public Job submit(
      SubmitJobRequest request, FrozenSnapshot snapshot, Optional<Content> model, Progress progress)
      throws IOException {
    return engine.now().jobs().submit(request, snapshot, model, progress);
  }

  @Override
  public List<Job> jobs() throws IOException {
    return engine.now().jobs().list();
  }

  @Override
  public Job control(String id, ControlJobRequest.Action action) throws IOException {
    return engine.now().jobs().control(id, action);
  }

  @Override
  public void watch(String id, Consumer<JobNews> listener, Progress progress) throws IOException {
    engine.now().jobs().watch(id, listener, progress);
  }

  @Override
  public Compared compare(CompareRequest request, List<Content> contents, Progress progress)
      throws IOException {
    EngineClient client = engine.now();
    client.send(contents, progress);
    List<Regression> worst = new ArrayList<>();
    Comparison comparison = client.compare(request, worst::add, progress);
    return new Compared(comparison, worst);
  }

  @Override
  public void fetch(String hash, Path target, Progress progress) throws IOException {
    engine.now().fetch(hash, target, progress);
  }
}
