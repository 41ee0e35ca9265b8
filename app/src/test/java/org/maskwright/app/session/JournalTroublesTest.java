package org.maskwright.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.maskwright.data.journal.JournalProblem;
import org.maskwright.data.problem.Problem;
import org.maskwright.data.project.ImageId;

class JournalTroublesTest {

  private static final Problem FULL = Problem.of(JournalProblem.SPILLING, "a", "b", "c");

  private final AtomicInteger changes = new AtomicInteger();
  private final JournalTroubles troubles =
      new JournalTroubles(Runnable::run, changes::incrementAndGet);

  @Test
  void aMaskThatRecoveredDoesNotHideAnotherThatHasNot() {
    var one = troubles.listener(new ImageId("photos", "1.png", 0));
    var two = troubles.listener(new ImageId("photos", "2.png", 0));
    one.trouble(FULL);
    two.trouble(FULL);

    one.settled();
    assertThat(troubles.first()).contains(FULL);

    two.settled();
    assertThat(troubles.first()).isEmpty();
    assertThat(changes).hasValue(4);
  }
}
