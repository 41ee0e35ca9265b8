package org.maskwright.network.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class AheadTest {

  @Test
  void thingsComeInTheirOrder() throws IOException {
    try (Ahead<Long> ahead = new Ahead<>("numbers", 2, 5, 8, number -> number)) {
      assertThat(ahead.next()).isEqualTo(5);
      assertThat(ahead.next()).isEqualTo(6);
      assertThat(ahead.next()).isEqualTo(7);
    }
  }

  @Test
  void noMoreAreMadeThanAreKeptReady() throws IOException, InterruptedException {
    Semaphore made = new Semaphore(0);
    Ahead.Maker<Long> counted =
        number -> {
          made.release();
          return number;
        };
    try (Ahead<Long> ahead = new Ahead<>("numbers", 2, 0, Long.MAX_VALUE, counted)) {
      // Two lie ready, and the third waits in the maker's hand.
      made.acquire(3);
      assertThat(made.tryAcquire()).isFalse();
      ahead.next();
      made.acquire();
    }
  }

  @Test
  void aFailureComesBehindWhatWasMadeBeforeIt() throws IOException {
    Ahead.Maker<Long> failing =
        number -> {
          if (number == 1) {
            throw new IOException("broken");
          }
          return number;
        };
    try (Ahead<Long> ahead = new Ahead<>("numbers", 1, 0, 9, failing)) {
      assertThat(ahead.next()).isZero();
      assertThatExceptionOfType(IOException.class).isThrownBy(ahead::next).withMessage("broken");
    }
  }
}
