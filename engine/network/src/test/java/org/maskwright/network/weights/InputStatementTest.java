package org.maskwright.network.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.Preprocessing.ChannelOrder;

class InputStatementTest {

  @Test
  void aDivisionAndAnOffsetAreMeanAndScale() {
    assertThat(InputStatement.parse("RGB, x/127.5-1; SAME padding"))
        .contains(Preprocessing.CENTRED);
  }

  @Test
  void aSubtractionKeepsTheScale() {
    assertThat(InputStatement.parse("BGR minus (104,117,123), no scaling; ceil"))
        .contains(Preprocessing.CAFFE_SQUEEZENET);
    assertThat(InputStatement.parse("RGB minus (1.5, 2, 3)"))
        .contains(new Preprocessing(ChannelOrder.RGB, List.of(1.5f, 2f, 3f), List.of(1f, 1f, 1f)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "RGB", "RGB, x/0-1", "CMYK, x/2-1", "BGR minus (1,2)", "RGB x/2-1 or so"})
  void whatIsNotUnderstoodIsNotGuessed(String statement) {
    assertThat(InputStatement.parse(statement)).isEqualTo(Optional.empty());
  }
}
