package org.maskwright.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.engine.EngineStatus.State;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.Contract;
import org.maskwright.protocol.client.Content;
import org.maskwright.protocol.snapshot.FrozenSnapshot;
import org.maskwright.protocol.snapshot.Snapshot;
import org.maskwright.protocol.wire.Job;
import org.maskwright.protocol.wire.SubmitJobRequest;

class EngineJobsTest {

  @TempDir private Path folder;

  private static EngineClient ready(FakeEngine engine) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(1);
    EngineClient client = new EngineClient(engine, Runnable::run);
    client
        .statusProperty()
        .subscribe(
            now -> {
              if (now.state() == State.READY) {
                ready.countDown();
              }
            });
    assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
    return client;
  }

  @Test
  void whatAnEngineDiedOverIsSentOnAndTheJobBegunOnce() throws Exception {
    Path file = Files.write(folder.resolve("photo"), new byte[3 * Contract.CHUNK_BYTES]);
    Content photo = Content.of(file);
    Snapshot snapshot = new Snapshot(LabelScheme.ofNames(List.of("background")), List.of());
    try (FakeEngine engine = new FakeEngine();
        EngineClient client = ready(engine)) {
      engine.dyingAtPiece(2);

      Job begun =
          client
              .jobs()
              .submit(
                  SubmitJobRequest.newBuilder().setId("once").build(),
                  new FrozenSnapshot("hash", snapshot, List.of(photo)),
                  Optional.empty(),
                  Progress.NONE);

      assertThat(begun.getRequest().getId()).isEqualTo("once");
      assertThat(engine.pieces())
          .containsExactly(
              0L,
              (long) Contract.CHUNK_BYTES,
              (long) Contract.CHUNK_BYTES,
              2L * Contract.CHUNK_BYTES);
    }
  }

  @Test
  void curveIsToldWholeAndOnceThoughTheConnectionIsCutAgainAndAgain() throws Exception {
    try (FakeEngine engine = new FakeEngine();
        EngineClient client = ready(engine)) {
      List<String> lines = new ArrayList<>();
      client.jobs().watch("job", news -> lines.addAll(news.getLinesList()), Progress.NONE);
      assertThat(lines).containsExactly("line 0", "line 1", "line 2", "line 3", "line 4", "line 5");
    }
  }
}
