package org.maskwright.app.click;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maskwright.app.engine.EngineChoice;
import org.maskwright.app.engine.FakeEngine;
import org.maskwright.app.engine.SharedEngine;
import org.maskwright.app.task.SameThreadTasks;
import org.maskwright.app.tool.ObjectSource;
import org.maskwright.data.click.ObjectRequest;
import org.maskwright.data.image.Pixels;
import org.maskwright.data.image.pyramid.ImagePyramid;
import org.maskwright.data.metric.Click;
import org.maskwright.data.region.Runs;

class EngineObjectsTest {

  private static final int SECONDS = 30;
  private static final int SIDE = 64;
  private static final int RED = 0xFFE01010;
  private static final int YELLOW = 0xFFE0E010;
  private static final int BLUE = 0xFF1010E0;

  private FakeEngine fake;
  private SharedEngine engine;

  @BeforeEach
  void open() throws IOException {
    fake = new FakeEngine();
    engine = new SharedEngine(EngineChoice.THIS_MACHINE, choice -> fake, Runnable::run);
  }

  @AfterEach
  void close() {
    engine.close();
    fake.close();
  }

  /** A red square beside a yellow one on blue: by colours alone, a click selects one of them. */
  private static ImagePyramid squares() {
    int[] argb = new int[SIDE * SIDE];
    Arrays.fill(argb, BLUE);
    for (int y = 20; y < 36; y++) {
      Arrays.fill(argb, y * SIDE + 6, y * SIDE + 22, RED);
      Arrays.fill(argb, y * SIDE + 22, y * SIDE + 38, YELLOW);
    }
    return ImagePyramid.of(new Pixels(SIDE, SIDE, argb));
  }

  private static ObjectRequest click() {
    return ObjectRequest.of(List.of(new Click(14, 28, true)), Runs.NONE, squares().bounds(0));
  }

  private EngineObjects connected() throws InterruptedException {
    CountDownLatch there = new CountDownLatch(1);
    EngineObjects objects = new EngineObjects(engine, new SameThreadTasks());
    engine
        .statusProperty()
        .subscribe(
            status -> {
              if (status.isThere()) {
                there.countDown();
              }
            });
    engine.start();
    assertThat(there.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    return objects;
  }

  @Test
  void withoutAnEngineColoursDecide() throws IOException {
    EngineObjects objects = new EngineObjects(engine, new SameThreadTasks());
    objects.prepare();

    assertThat(objects.select(squares(), click()))
        .isEqualTo(ObjectSource.colours().select(squares(), click()));
    assertThat(fake.seen()).isEmpty();
  }

  @Test
  void aModelForClicksIsWarmedAndAsked() throws Exception {
    EngineObjects objects = connected();
    assertThat(fake.seen()).hasSize(1);

    Runs found = objects.select(squares(), click());

    assertThat(found.contains(14, 28)).isTrue();
    assertThat(found.contains(30, 28)).isTrue();
    assertThat(found.contains(48, 28)).isFalse();
    assertThat(ObjectSource.colours().select(squares(), click()).contains(30, 28)).isFalse();
    assertThat(fake.seen()).hasSize(2).allMatch(asked -> asked.getModel().equals("clicks"));
    assertThat(fake.seen().get(1).getClicksList()).singleElement().matches(c -> c.getPositive());
  }

  @Test
  void anEngineThatDoesNotAnswerIsNotWaitedForAgain() throws Exception {
    EngineObjects objects = connected();
    fake.blind();

    Runs byColours = ObjectSource.colours().select(squares(), click());
    assertThat(objects.select(squares(), click())).isEqualTo(byColours);
    assertThat(objects.select(squares(), click())).isEqualTo(byColours);
    assertThat(fake.seen()).hasSize(2);
  }
}
