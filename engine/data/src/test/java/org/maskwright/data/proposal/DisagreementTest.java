package org.maskwright.data.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisagreementTest {

  @Test
  void classesBeyondTheFirstAreCountedOnce() {
    byte[] coarse = {0, 0, 1, 1, 2};
    byte[] middle = {0, 1, 0, 1, 3};
    byte[] fine = {0, 1, 1, 0, 4};
    assertThat(Disagreement.of(List.of(coarse, middle, fine))).containsExactly(0, 1, 1, 1, 2);
    assertThat(Disagreement.of(List.of(coarse))).containsOnly(0);
  }

  @Test
  void classesThatAreOneInTheProjectAgree() {
    byte[] table = {0, 1, 1, 2};

    assertThat(Disagreement.of(List.of(new byte[] {0, 1, 1}, new byte[] {0, 2, 3}), table))
        .containsExactly(0, 0, 1);
  }
}
