package org.maskwright.network.weights.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskwright.data.label.LabelScheme;
import org.maskwright.network.architecture.ArchitectureDescription;
import org.maskwright.network.architecture.BatchNorm;
import org.maskwright.network.architecture.FcnNetwork;
import org.maskwright.network.architecture.Preprocessing;
import org.maskwright.network.architecture.SmallNetworks;
import org.maskwright.network.architecture.TrunkShape;
import org.maskwright.network.architecture.WorkingScale;
import org.nd4j.linalg.api.ndarray.INDArray;

class LoadedModelTest {

  @Test
  void aNetworkThatCannotBeChangedIsGivenBack() throws IOException {
    ArchitectureDescription halving = SmallNetworks.vgg().withClasses(2);
    ArchitectureDescription impossible =
        halving.withTrunk(t -> new TrunkShape("none", t.widths(), 16, BatchNorm.FOLDED));
    FcnNetwork network = FcnNetwork.build(halving, 1);
    INDArray weights = network.graph().params();
    LoadedModel model =
        new LoadedModel(
            new ModelDescription(
                halving,
                Preprocessing.CENTRED,
                WorkingScale.OWN,
                LabelScheme.ofNames(List.of("ground", "thing")),
                ModelCard.named("tiny")),
            network);

    assertThatThrownBy(() -> model.poolingEverywhere(impossible))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(weights.wasClosed()).isTrue();
  }
}
