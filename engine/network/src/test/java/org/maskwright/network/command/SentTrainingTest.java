package org.maskwright.network.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.train.TrainingSettings;
import org.maskwright.network.train.UpdateRule;
import org.maskwright.protocol.wire.TrainingChoices;

class SentTrainingTest {

  @Test
  void whatIsLeftOpenIsAsOnTheCommandLine() throws IOException {
    TrainingSettings settings = SentTraining.settings(TrainingChoices.getDefaultInstance());
    assertThat(settings.epochs()).isEqualTo(10);
    assertThat(settings.batch()).isEqualTo(6);
    assertThat(settings.rule()).isEqualTo(UpdateRule.adamW());
  }

  @Test
  void choicesAreTaken() throws IOException {
    TrainingSettings settings =
        SentTraining.settings(
            TrainingChoices.newBuilder()
                .setEpochs(3)
                .setBatch(2)
                .setOptimiser("sgd")
                .setMirror(false)
                .setLeastScale(0.5)
                .setGreatestScale(2)
                .addFrozen("conv1")
                .setSeed(-4)
                .build());
    assertThat(settings.epochs()).isEqualTo(3);
    assertThat(settings.rule()).isEqualTo(UpdateRule.sgd(0.9));
    assertThat(settings.augmentation().mirror()).isFalse();
    assertThat(settings.augmentation().largest()).isEqualTo(2);
    assertThat(settings.rates().frozen()).containsExactly("conv1");
    assertThat(settings.seed()).isEqualTo(-4);
  }

  @Test
  void nonsenseIsRefusedWithAReason() {
    for (TrainingChoices choices :
        new TrainingChoices[] {
          TrainingChoices.newBuilder().setEpochs(0).build(),
          TrainingChoices.newBuilder().setEpochs(-1).build(),
          TrainingChoices.newBuilder().setOptimiser("@/etc/passwd").build(),
          TrainingChoices.newBuilder().setColour(Double.NaN).build(),
          TrainingChoices.newBuilder().setLeastScale(2).build()
        }) {
      assertThatThrownBy(() -> SentTraining.settings(choices))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("not possible");
    }
  }
}
