package org.maskwright.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.maskwright.app.engine.EngineStatus.State;
import org.maskwright.data.task.Progress;

class EngineJobsTest {

  @Test
  void curveIsToldWholeAndOnceThoughTheConnectionIsCutAgainAndAgain() throws Exception {
    CountDownLatch ready = new CountDownLatch(1);
    try (FakeEngine engine = new FakeEngine();
        EngineClient client = new EngineClient(engine, Runnable::run)) {
      client
          .statusProperty()
          .subscribe(
              now -> {
                if (now.state() == State.READY) {
                  ready.countDown();
                }
              });
      assertThat(ready.await(30, TimeUnit.SECONDS)).isTrue();
      List<String> lines = new ArrayList<>();
      client.jobs().watch("job", news -> lines.addAll(news.getLinesList()), Progress.NONE);
      assertThat(lines).containsExactly("line 0", "line 1", "line 2", "line 3", "line 4", "line 5");
    }
  }
}
