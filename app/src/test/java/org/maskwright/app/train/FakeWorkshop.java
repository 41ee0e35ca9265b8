package org.maskwright.app.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.maskwright.app.proposal.KnownModel;
import org.maskwright.data.io.Sha256;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.snapshot.FrozenSnapshot;
import org.maskwright.protocol.snapshot.Snapshot;
import org.maskwright.protocol.wire.CompareRequest;
import org.maskwright.protocol.wire.Comparison;
import org.maskwright.protocol.wire.ControlJobRequest;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobNews;
import org.maskwright.protocol.wire.JobState;
import org.maskwright.protocol.wire.MakeModelRequest;
import org.maskwright.protocol.wire.SubmitJobRequest;

/** A workshop that trains nothing, but says so at once. */
final class FakeWorkshop implements Workshop {

  static final String START = Sha256.of("start".getBytes(StandardCharsets.UTF_8));
  static final String TRAINED = Sha256.of("trained".getBytes(StandardCharsets.UTF_8));

  private final List<Job> jobs = new ArrayList<>();
  private final List<Snapshot> snapshots = new ArrayList<>();
  private final List<CompareRequest> compared = new ArrayList<>();
  private final List<MakeModelRequest> made = new ArrayList<>();

  private static KnownModel model(String hash, String name, String... classes) {
    List<KnownModel.ModelClass> known = new ArrayList<>();
    for (String each : classes) {
      known.add(new KnownModel.ModelClass(each, 0x808080));
    }
    return new KnownModel(hash, name, 1, 0, List.of("32s", "16s", "8s"), known);
  }

  List<Snapshot> snapshots() {
    return snapshots;
  }

  List<Job> submitted() {
    return jobs;
  }

  List<CompareRequest> compared() {
    return compared;
  }

  @Override
  public List<KnownModel> models(Optional<Content> also, Progress progress) {
    List<KnownModel> all = new ArrayList<>();
    all.add(model(START, "base", "background", "crack", "tree"));
    if (!jobs.isEmpty()) {
      all.add(model(TRAINED, "base #1", "background", "crack", "tree", "road"));
    }
    for (MakeModelRequest request : made) {
      all.add(model(Sha256.of(request.toByteArray()), request.getName(), "background", "crack"));
    }
    also.map(Content::hash)
        .filter(hash -> all.stream().noneMatch(one -> one.hash().equals(hash)))
        .ifPresent(hash -> all.add(model(hash, "sent", "background", "crack")));
    return all;
  }

  @Override
  public List<KnownNetwork> networks(int classes) {
    List<String> fusions = List.of("sum", "concatenation");
    List<String> none = List.of();
    return List.of(
        new KnownNetwork(
            "vgg16", "fully_convolutional", List.of("8s"), 134, 404, fusions, List.of("learned")),
        new KnownNetwork("mobilenet_v2", "aspp", List.of("16s"), 4, 491, none, none));
  }

  @Override
  public String make(MakeModelRequest request, Optional<Content> weights, Progress progress) {
    made.add(request);
    return Sha256.of(request.toByteArray());
  }

  /** The models that somebody wanted. */
  List<MakeModelRequest> made() {
    return made;
  }

  @Override
  public Job submit(
      SubmitJobRequest request,
      FrozenSnapshot snapshot,
      Optional<Content> model,
      Progress progress) {
    snapshots.add(snapshot.snapshot());
    Job job =
        Job.newBuilder()
            .setRequest(request)
            .setState(JobState.DONE)
            .setResult(TRAINED)
            .setBestEpoch(2)
            .setBestMeanIu(0.5)
            .build();
    jobs.add(job);
    return job.toBuilder().setState(JobState.RUNNING).build();
  }

  @Override
  public List<Job> jobs() {
    return jobs;
  }

  @Override
  public Job control(String id, ControlJobRequest.Action action) {
    return jobs.get(0).toBuilder().setState(JobState.CANCELLED).build();
  }

  @Override
  public void watch(String id, Consumer<JobNews> listener, Progress progress) {
    JobNews.Builder news = JobNews.newBuilder().setJob(jobs.get(0));
    news.addLines("{\"step\":1,\"of\":2,\"losses\":{\"32s\":2.0,\"16s\":1.5,\"8s\":1.0}}");
    news.addLines("{\"step\":2,\"of\":2,\"losses\":{\"32s\":1.0,\"16s\":0.5,\"8s\":0.25}}");
    news.addLines(
        "{\"epoch\":1,\"imagesPerSecond\":3.5,\"losses\":{\"32s\":1.5,\"16s\":1.0,\"8s\":0.625},"
            + "\"validation\":{\"images\":2,\"32s\":{\"meanIu\":0.25},\"16s\":{\"meanIu\":0.4},"
            + "\"8s\":{\"meanIu\":0.5}},\"broken\":[]}");
    listener.accept(news.build());
  }

  @Override
  public Compared compare(CompareRequest request, List<Content> contents, Progress progress) {
    compared.add(request);
    Comparison.Change better =
        Comparison.Change.newBuilder()
            .setBefore(0.5)
            .setAfter(0.7)
            .setLow(0.1)
            .setHigh(0.3)
            .build();
    Comparison.VariantChange.Builder variant =
        Comparison.VariantChange.newBuilder().setVariant("8s").setMeanIu(better);
    variant.addClassesBuilder().setLabel(1).setRegions(12).setImages(2).setIu(better);
    variant.addClassesBuilder().setLabel(0).setRegions(9).setImages(2).setIu(better);
    return new Compared(
        Comparison.newBuilder().setImages(2).addVariants(variant).build(), List.of());
  }

  @Override
  public void fetch(String hash, Path target, Progress progress) throws IOException {
    Files.createDirectories(target.resolveSibling(""));
    Files.writeString(target, hash.equals(TRAINED) ? "trained" : "something else");
  }
}
