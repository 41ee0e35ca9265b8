package org.maskwright.network.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AttendanceTest {

  private final AtomicLong now = new AtomicLong();
  private final Attendance attendance = new Attendance(now::get);

  private void pass(int seconds) {
    now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  @Test
  void nobodyIsAloneWithAWindowAndTheLastOneStartsTheClock() {
    attendance.enter("one");
    attendance.enter("other");
    pass(10);
    attendance.leave("one");
    assertThat(attendance.secondsAlone()).isZero();
    attendance.leave("other");
    pass(3);
    assertThat(attendance.secondsAlone()).isEqualTo(3);
    assertThat(attendance.wasAnyoneEverThere()).isTrue();
  }

  @Test
  void whoIsBeingLetInCountsAndIsYetNoWindow() {
    pass(50);
    attendance.knock("caller");
    pass(50);
    assertThat(attendance.secondsAlone()).isZero();
    attendance.leave("caller");
    pass(1);
    assertThat(attendance.secondsAlone()).isEqualTo(1);
    assertThat(attendance.wasAnyoneEverThere()).isFalse();
  }
}
