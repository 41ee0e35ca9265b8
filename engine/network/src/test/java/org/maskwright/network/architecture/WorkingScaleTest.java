package org.maskwright.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingScaleTest {

  @Test
  void anImageNoLargerThanTheSideStaysAsItIs() {
    assertThat(new WorkingScale(1, 512).of(500, 375)).isEqualTo(1);
    assertThat(new WorkingScale(1.25, 0).of(9000, 6000)).isEqualTo(1.25);
  }

  @Test
  void aLargerOneIsMadeSmallerToTheSide() {
    assertThat(new WorkingScale(1, 512).of(4000, 3000)).isEqualTo(0.128);
    assertThat(new WorkingScale(2, 512).of(300, 400)).isEqualTo(1.28);
  }

  @Test
  void whatWasMadeSmallerBeforeIsNotEnlargedAgain() {
    assertThat(new WorkingScale(1, 0).of(1000, 750, 4)).isEqualTo(1);
    assertThat(new WorkingScale(1, 512).of(1000, 750, 4)).isEqualTo(0.512);
    assertThat(new WorkingScale(0.1, 512).of(1000, 750, 4)).isEqualTo(0.4);
  }

  @Test
  void aTrainingSaysTheLongestSideUnlessTheModelSaysOne() {
    assertThat(WorkingScale.OWN.learnedFrom(500)).isEqualTo(new WorkingScale(1, 500));
    assertThat(new WorkingScale(2, 0).learnedFrom(500)).isEqualTo(new WorkingScale(2, 1000));
    assertThat(new WorkingScale(1, 384).learnedFrom(500)).isEqualTo(new WorkingScale(1, 384));
    assertThat(WorkingScale.OWN.learnedFrom(0)).isEqualTo(WorkingScale.OWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1, 31, 65_537})
  void sidesThatNoNetworkWasShownAreRefused(int side) {
    assertThatThrownBy(() -> new WorkingScale(1, side))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 17, Double.NaN})
  void factorsThatMakeNoSenseAreRefused(double factor) {
    assertThatThrownBy(() -> new WorkingScale(factor, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
