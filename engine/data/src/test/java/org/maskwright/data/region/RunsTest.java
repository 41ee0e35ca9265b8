package org.maskwright.data.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.maskwright.data.label.Region;

class RunsTest {

  @Test
  void magnifiedPixelsAreSquaresThatEndWithTheImage() {
    Runs.Builder builder = new Runs.Builder();
    builder.add(0, 1, 2);
    builder.add(1, 0, 1);
    builder.add(1, 2, 3);

    Runs magnified = builder.build().magnified(1, new Region(0, 0, 5, 3));

    Runs.Builder expected = new Runs.Builder();
    expected.add(0, 2, 4);
    expected.add(1, 2, 4);
    expected.add(2, 0, 2);
    expected.add(2, 4, 5);
    assertThat(magnified).isEqualTo(expected.build());
  }
}
