package org.maskwright.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.engine.EngineStatus.State;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.program.ProgramVersion;
import org.maskwright.data.program.UserFolders;
import org.maskwright.protocol.ReadyFile;
import org.maskwright.protocol.wire.Model;

/** The real engine is started, watched, killed and left. */
class EngineProcessTest {

  private static final int PATIENCE_SECONDS = 90;

  @TempDir private Path home;

  private final BlockingQueue<EngineStatus> heard = new LinkedBlockingQueue<>();

  private EngineClient client() throws IOException {
    UserFolders folders =
        new UserFolders(home.resolve("data"), home.resolve("cache"), home.resolve("logs"));
    EngineClient client =
        new EngineClient(new EngineProcess(BuiltEngine.command(home), folders), Runnable::run);
    client.statusProperty().subscribe(heard::add);
    return client;
  }

  private void await(State wanted) throws InterruptedException {
    EngineStatus now;
    do {
      now = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(now).as("%s in time", wanted).isNotNull();
    } while (now.state() != wanted);
  }

  private ProcessHandle engine() throws IOException {
    long pid = ReadyFile.read(ReadyFile.in(home.resolve("data/engine"))).orElseThrow().pid();
    return ProcessHandle.of(pid).orElseThrow();
  }

  @AfterEach
  void nothingIsLeftRunning() throws IOException {
    ReadyFile.read(ReadyFile.in(home.resolve("data/engine")))
        .flatMap(ready -> ProcessHandle.of(ready.pid()))
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void killedEngineIsStartedAgainAndQuestionsFailAtOnceMeanwhile() throws Exception {
    try (EngineClient client = client()) {
      await(State.READY);
      assertThat(client.hello().getVersion()).isEqualTo(ProgramVersion.current());
      ProcessHandle first = engine();

      first.destroyForcibly();

      await(State.STARTING);
      assertThatThrownBy(client::models).isInstanceOf(DataException.class);
      await(State.READY);
      assertThat(engine().pid()).isNotEqualTo(first.pid());
      assertThat(client.models())
          .extracting(Model::getName)
          .containsExactlyInAnyOrder("default", "clicks");
    }
  }

  @Test
  void nextWindowTakesTheEngineOverAndTheLastOneLetsItEnd() throws Exception {
    EngineClient first = client();
    await(State.READY);
    ProcessHandle engine = engine();
    try (EngineClient second = client()) {
      await(State.READY);
      first.close();
      assertThat(engine().pid()).isEqualTo(engine.pid());
      assertThat(second.hello().getVersion()).isEqualTo(ProgramVersion.current());
    }
    assertThat(engine.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  @Test
  void windowsThatOpenAtTheSameTimeShareOneEngine() throws Exception {
    try (EngineClient first = client();
        EngineClient second = client()) {
      await(State.READY);
      await(State.READY);
      assertThat(first.hello()).isEqualTo(second.hello());
      Path started = home.resolve("logs/engine.log");
      assertThat(Files.readString(started)).containsOnlyOnce("Ready for windows");
    }
  }
}
