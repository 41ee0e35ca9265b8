package org.maskwright.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.maskwright.app.engine.EngineStatus.State;
import org.maskwright.app.text.Language;
import org.maskwright.app.text.Texts;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.protocol.client.EngineLink;

class EngineSupervisorTest {

  private static final int SECONDS = 30;

  private final BlockingQueue<EngineStatus> heard = new LinkedBlockingQueue<>();

  /** An engine that cannot be started. */
  private static final class Broken implements EngineSource {

    @Override
    public EngineLink connect(Progress progress) throws IOException {
      throw DataException.of(EngineProblem.DID_NOT_START, log());
    }

    @Override
    public int maxAttempts() {
      return 4;
    }

    @Override
    public Path log() {
      return Path.of("engine.log");
    }
  }

  private EngineStatus hear() throws InterruptedException {
    EngineStatus now = heard.poll(SECONDS, TimeUnit.SECONDS);
    assertThat(now).isNotNull();
    return now;
  }

  private List<EngineStatus> untilLost() throws InterruptedException {
    List<EngineStatus> all = new ArrayList<>();
    do {
      all.add(hear());
    } while (all.get(all.size() - 1).state() != State.LOST);
    return all;
  }

  @Test
  void engineThatDiesAgainAndAgainIsLeftAloneUntilSomebodyAsks() throws InterruptedException {
    try (EngineSupervisor supervisor =
        new EngineSupervisor(new Broken(), heard::add, System::nanoTime)) {
      supervisor.start();
      List<EngineStatus> first = untilLost();
      assertThat(first).hasSize(5);
      assertThat(first.get(4).detail(new Texts(Language.ENGLISH))).contains("engine.log");
      supervisor.tryAgain();
      assertThat(hear().state()).isEqualTo(State.STARTING);
    }
  }

  @Test
  void statusFollowsWhatTheEngineDoes() throws Exception {
    try (FakeEngine engine = new FakeEngine();
        EngineSupervisor supervisor = new EngineSupervisor(engine, heard::add, System::nanoTime)) {
      supervisor.start();
      assertThat(List.of(hear(), hear(), hear()))
          .containsExactly(EngineStatus.STARTING, EngineStatus.BUSY, EngineStatus.READY);
      engine.die();
      EngineStatus after = hear();
      assertThat(after.state()).isEqualTo(State.STARTING);
      assertThat(after.problem()).isPresent();
    }
  }

  @Test
  void stateIsSaidInEveryLanguage() {
    for (Language language : Language.values()) {
      Texts texts = new Texts(language);
      for (State state : State.values()) {
        assertThat(new EngineStatus(state, java.util.Optional.empty()).text(texts)).isNotBlank();
      }
    }
  }
}
