package org.maskwright.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.app.engine.EngineStatus.State;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.program.UserFolders;

class SharedEngineTest {

  private static final int SECONDS = 30;

  @TempDir private Path home;

  private final BlockingQueue<EngineStatus> heard = new LinkedBlockingQueue<>();

  private EngineStatus await(State wanted) throws InterruptedException {
    EngineStatus now;
    do {
      now = heard.poll(SECONDS, TimeUnit.SECONDS);
      assertThat(now).as("%s in time", wanted).isNotNull();
    } while (now.state() != wanted);
    return now;
  }

  private EngineChoice elsewhere(Path token) {
    return new EngineChoice(
        Optional.of(new EngineChoice.Remote("127.0.0.1", 1, token, Optional.empty())));
  }

  private SharedEngine engine(EngineChoice first) {
    UserFolders folders = new UserFolders(home, home, home);
    return new SharedEngine(first, choice -> new ChosenEngine(choice, folders), Runnable::run);
  }

  @Test
  void nothingRunsUntilItIsStartedForAProject() {
    try (SharedEngine engine = engine(EngineChoice.THIS_MACHINE)) {
      assertThatThrownBy(engine::now).isInstanceOf(DataException.class);
    }
  }

  @Test
  void whatAPersonHasToPutRightIsToldAtOnce() throws InterruptedException {
    try (SharedEngine engine = engine(elsewhere(home.resolve("no token")))) {
      engine.statusProperty().subscribe(heard::add);
      engine.start();
      assertThat(await(State.LOST).problem().orElseThrow().code())
          .isEqualTo(EngineProblem.FILE_MISSING);
    }
  }

  @Test
  void brokenTokenFileIsReadAgainWhenAPersonSaysSo() throws IOException, InterruptedException {
    Path token = home.resolve("token");
    try (SharedEngine engine = engine(elsewhere(token))) {
      engine.statusProperty().subscribe(heard::add);
      engine.start();
      await(State.LOST);
      Files.writeString(token, "0123456789abcdef0123");
      token.toFile().setReadable(false, false);
      token.toFile().setReadable(true, true);
      engine.tryAgain();
      EngineStatus now = await(State.STARTING);
      while (now.problem().filter(p -> p.code() == EngineProblem.OUT_OF_REACH).isEmpty()) {
        now = await(State.STARTING);
      }
    }
  }

  @Test
  void anotherChoiceLeavesTheEngineForTheOther() throws Exception {
    try (FakeEngine first = new FakeEngine();
        FakeEngine second = new FakeEngine();
        SharedEngine engine =
            new SharedEngine(
                EngineChoice.THIS_MACHINE,
                choice -> choice.remote().isPresent() ? second : first,
                Runnable::run)) {
      engine.statusProperty().subscribe(heard::add);
      engine.start();
      await(State.READY);
      EngineClient before = engine.now();
      engine.choose(elsewhere(home));
      await(State.STARTING);
      await(State.READY);
      assertThat(engine.now()).isNotSameAs(before);
      first.die();
      assertThat(engine.statusProperty().get().state()).isEqualTo(State.READY);
    }
  }
}
