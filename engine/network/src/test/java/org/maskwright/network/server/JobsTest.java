package org.maskwright.network.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.AtomicFile;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.Answers;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.client.EngineLink;
import org.maskwright.protocol.client.Transfers;
import org.maskwright.protocol.wire.AttendRequest;
import org.maskwright.protocol.wire.ComparePart;
import org.maskwright.protocol.wire.CompareRequest;
import org.maskwright.protocol.wire.ContentName;
import org.maskwright.protocol.wire.ControlJobRequest;
import org.maskwright.protocol.wire.ControlJobRequest.Action;
import org.maskwright.protocol.wire.EngineActivity;
import org.maskwright.protocol.wire.EvaluatePart;
import org.maskwright.protocol.wire.EvaluateRequest;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.JobKind;
import org.maskwright.protocol.wire.JobState;
import org.maskwright.protocol.wire.JudgedModel;
import org.maskwright.protocol.wire.ListJobsRequest;
import org.maskwright.protocol.wire.ListModelsReply;
import org.maskwright.protocol.wire.ListModelsRequest;
import org.maskwright.protocol.wire.Model;
import org.maskwright.protocol.wire.PutChunkRequest;
import org.maskwright.protocol.wire.WhenClosed;

/** Trainings outlive whatever happens to window and engine. */
class JobsTest {

  private static final int ENDLESS = 100_000;
  private static final int EPOCHS = 12;

  @TempDir private Path folder;

  private SentProject project;

  @BeforeEach
  void freeze() throws IOException {
    project = SentProject.freeze(Files.createDirectories(folder.resolve("person")));
  }

  private Path home() {
    return folder.resolve("home");
  }

  private static Answers<AttendRequest, EngineActivity> attend(EngineLink link) throws IOException {
    Answers<AttendRequest, EngineActivity> here =
        link.listen((stub, into) -> stub.attend(AttendRequest.getDefaultInstance(), into));
    here.next(Progress.NONE);
    return here;
  }

  /** Without an engine there is no end but a failure. */
  private static void untilTheEnd(Answers<?, ?> pending) throws IOException {
    boolean more = true;
    while (more) {
      more = pending.next(Progress.NONE).isPresent();
    }
  }

  private static Job control(EngineLink link, Action action) throws IOException {
    ControlJobRequest request =
        ControlJobRequest.newBuilder().setId(SentProject.JOB).setAction(action).build();
    return link.ask(10, stub -> stub.controlJob(request));
  }

  private static JobState state(EngineLink link) {
    try {
      return link.ask(10, stub -> stub.listJobs(ListJobsRequest.getDefaultInstance()))
          .getJobs(0)
          .getState();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path job() {
    return home().resolve("data/engine/jobs/" + SentProject.JOB);
  }

  private boolean isWritingACheckpoint() {
    try (Stream<Path> files = Files.list(job())) {
      return files.anyMatch(
          file -> AtomicFile.isTemporary(file) && file.toString().contains("checkpoint"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Kills an engine at its first moment of this kind behind so many epochs. */
  private void killBehind(int epochs, boolean inACheckpoint) throws IOException {
    try (EngineRun killed = EngineRun.start(home());
        EngineLink link = killed.connect();
        var here = attend(link)) {
      assertThat(here).isNotNull();
      project.submit(link, EPOCHS, WhenClosed.PAUSE);
      SentProject.watch(link, curve -> curve.epochs().size() >= epochs);
      while (inACheckpoint && !isWritingACheckpoint()) {
        Thread.onSpinWait();
      }
      killed.kill();
      assertThatThrownBy(() -> untilTheEnd(here))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("does not answer");
    }
    assertThat(job().resolve("checkpoint.bin")).exists();
  }

  @Test
  void killedEngineGoesOnFromTheCheckpointAndTellsTheCurveWhole() throws Exception {
    killBehind(2, false);
    killBehind(4, true);
    try (EngineRun next = EngineRun.start(home());
        EngineLink link = next.connect();
        var here = attend(link)) {
      assertThat(here).isNotNull();
      Curve curve = SentProject.watch(link, seen -> false);
      assertThat(curve.job().getState()).isEqualTo(JobState.DONE);
      assertThat(curve.epochs()).containsExactlyElementsOf(numbers(EPOCHS));
      assertThat(next.said()).contains("goes on from its checkpoint");
    }
  }

  private static Iterable<Integer> numbers(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void windowThatIsKilledLosesNeitherItsJobNorWhatItWasSending() throws Exception {
    Path large = Files.write(folder.resolve("large"), new byte[2_500_000]);
    try (EngineRun run = EngineRun.start(home());
        EngineLink onlooker = run.connect()) {
      Process window = killedWindow(large);
      project.submit(onlooker, ENDLESS, WhenClosed.KEEP_RUNNING);
      SentProject.watch(onlooker, curve -> !curve.epochs().isEmpty());
      window.destroyForcibly().waitFor();

      assertThat(run.endsWithin(2 * EngineRun.ALONE_SECONDS + 1)).isFalse();
      try (EngineLink next = run.connect();
          var here = attend(next)) {
        assertThat(here).isNotNull();
        assertThat(new Transfers(next).send(List.of(Content.of(large)), Progress.NONE))
            .isPositive()
            .isLessThan(Files.size(large));
        Curve curve = SentProject.watch(next, seen -> seen.epochs().size() > 2);
        assertThat(curve.job().getState()).isEqualTo(JobState.RUNNING);
        assertThat(curve.epochs()).startsWith(1, 2, 3);
        cancelsAtOnce(next);
      }
      assertThat(run.endsWithin(10)).isTrue();
    }
  }

  private Process killedWindow(Path file) throws IOException {
    Process window =
        EngineRun.java(
                WindowUntilKilled.class, EngineRun.readyFile(home()).toString(), file.toString())
            .redirectError(folder.resolve("window.log").toFile())
            .start();
    BufferedReader said = window.inputReader();
    String line = said.readLine();
    while (line != null && !line.equals(WindowUntilKilled.SENDING)) {
      line = said.readLine();
    }
    assertThat(line).as(Files.readString(folder.resolve("window.log"))).isNotNull();
    return window;
  }

  /** The answer does not wait for the step that the training is at; the training ends behind it. */
  private static void cancelsAtOnce(EngineLink link) throws IOException {
    long asked = System.nanoTime();
    control(link, Action.DO_CANCEL);
    assertThat(System.nanoTime() - asked).isLessThan(TimeUnit.SECONDS.toNanos(2));
    EngineRun.await(() -> state(link) == JobState.CANCELLED);
  }

  @Test
  void jobThatIsToPauseLetsTheEngineEndAndWaitsForTheNextWindow() throws Exception {
    try (EngineRun run = EngineRun.start(home())) {
      try (EngineLink link = run.connect();
          var here = attend(link)) {
        assertThat(here).isNotNull();
        project.submit(link, ENDLESS, WhenClosed.PAUSE);
        SentProject.watch(link, curve -> !curve.epochs().isEmpty());
      }
      assertThat(run.endsWithin(10)).isTrue();
    }
    try (EngineRun next = EngineRun.start(home());
        EngineLink link = next.connect();
        var here = attend(link)) {
      assertThat(here).isNotNull();
      EngineRun.await(() -> state(link) == JobState.RUNNING);
      control(link, Action.DO_PAUSE);
      EngineRun.await(() -> state(link) == JobState.PAUSED);
      control(link, Action.DO_RESUME);
      EngineRun.await(() -> state(link) == JobState.RUNNING);
      control(link, Action.DO_CANCEL);
      EngineRun.await(() -> state(link) == JobState.CANCELLED);
      control(link, Action.DO_REMOVE);
      assertThat(job()).doesNotExist();
    }
  }

  @Test
  void uploadThatAKillCutOffGoesOnWhereItStopped() throws Exception {
    Path large = folder.resolve("large");
    byte[] bytes = new byte[2_500_000];
    new java.util.Random(1).nextBytes(bytes);
    Files.write(large, bytes);
    Content content = Content.of(large);
    try (EngineRun killed = EngineRun.start(home());
        EngineLink link = killed.connect()) {
      PutChunkRequest first =
          PutChunkRequest.newBuilder()
              .setContent(
                  ContentName.newBuilder().setHash(content.hash()).setBytes(content.bytes()))
              .setData(com.google.protobuf.ByteString.copyFrom(bytes, 0, 1_000_000))
              .build();
      assertThat(link.ask(10, stub -> stub.putChunk(first)).getHave()).isEqualTo(1_000_000);
      killed.kill();
    }
    try (EngineRun next = EngineRun.start(home());
        EngineLink link = next.connect()) {
      Transfers transfers = new Transfers(link);
      assertThat(transfers.send(List.of(content), Progress.NONE)).isEqualTo(1_500_000);
      assertThat(transfers.send(List.of(content), Progress.NONE)).isZero();
      Path back = folder.resolve("back");
      transfers.fetch(content.hash(), back, Progress.NONE);
      assertThat(back).hasBinaryContent(bytes);
      evaluatesWhatWasSent(link);
      refusesWhatCannotBeDone(link);
      fitsQuicklyAndComparesTheDraft(link);
    }
  }

  private void evaluatesWhatWasSent(EngineLink link) throws IOException {
    project.send(link);
    EvaluateRequest request =
        EvaluateRequest.newBuilder()
            .setModel(project.model().hash())
            .setSnapshot(project.snapshot().hash())
            .setSplit("val")
            .build();
    try (Answers<EvaluateRequest, EvaluatePart> parts =
        link.listen((stub, into) -> stub.evaluate(request, into))) {
      String result = "";
      for (var part = parts.next(Progress.NONE);
          part.isPresent();
          part = parts.next(Progress.NONE)) {
        result = part.get().getResultJson();
      }
      assertThat(result).contains("\"images\":2").contains("\"8s\"").contains("meanIu");
    }
  }

  private void fitsQuicklyAndComparesTheDraft(EngineLink link) throws IOException {
    var request =
        project.request(1, WhenClosed.KEEP_RUNNING).toBuilder().setKind(JobKind.QUICK_FIT).build();
    link.ask(10, stub -> stub.submitJob(request));
    Job job = SentProject.watch(link, curve -> false).job();
    assertThat(job.getState()).isEqualTo(JobState.DONE);
    ListModelsReply models =
        link.ask(10, stub -> stub.listModels(ListModelsRequest.getDefaultInstance()));
    assertThat(models.getModels(models.getModelsCount() - 1))
        .returns(job.getResult(), Model::getHash)
        .returns(Model.Place.JOB, Model::getPlace)
        .returns("tuned", Model::getName);
    CompareRequest compare =
        CompareRequest.newBuilder()
            .setBefore(judged(project.model().hash()))
            .setAfter(judged(job.getResult()))
            .setSnapshot(project.snapshot().hash())
            .setSplit("val")
            .setPictures(2)
            .build();
    try (Answers<CompareRequest, ComparePart> parts =
        link.listen((stub, into) -> stub.compare(compare, into))) {
      ComparePart last = parts.next(Progress.NONE).orElseThrow();
      while (last.hasShare()) {
        last = parts.next(Progress.NONE).orElseThrow();
      }
      assertThat(last.getComparison().getImages()).isEqualTo(2);
      assertThat(last.getComparison().getVariants(2).getMeanIu().getAfter())
          .isGreaterThan(last.getComparison().getVariants(2).getMeanIu().getBefore());
    }
  }

  private static JudgedModel judged(String hash) {
    return JudgedModel.newBuilder().setHash(hash).addClasses(0).addClasses(1).build();
  }

  private void refusesWhatCannotBeDone(EngineLink link) {
    CompareRequest strange =
        CompareRequest.newBuilder()
            .setBefore(judged(project.model().hash()).toBuilder().setClasses(1, 7))
            .setAfter(judged(project.model().hash()))
            .setSnapshot(project.snapshot().hash())
            .setSplit("val")
            .build();
    assertThatThrownBy(
            () -> {
              try (Answers<CompareRequest, ComparePart> parts =
                  link.listen((stub, into) -> stub.compare(strange, into))) {
                untilTheEnd(parts);
              }
            })
        .isInstanceOf(DataException.class)
        .hasMessageContaining("classes");
    var path = project.request(1, WhenClosed.PAUSE).toBuilder().setId("../../etc").build();
    assertThatThrownBy(() -> link.ask(10, stub -> stub.submitJob(path)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("its id");
    var wild = project.request(0, WhenClosed.PAUSE);
    assertThatThrownBy(() -> link.ask(10, stub -> stub.submitJob(wild)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("training");
    var lacking =
        project.request(1, WhenClosed.PAUSE).toBuilder().setSnapshot("ab".repeat(32)).build();
    assertThatThrownBy(() -> link.ask(10, stub -> stub.submitJob(lacking)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Send it first");
  }
}
