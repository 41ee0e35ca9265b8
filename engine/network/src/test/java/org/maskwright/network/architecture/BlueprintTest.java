package org.maskwright.network.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.network.layer.ParameterSpec;
import org.maskwright.network.layer.ReceptiveField;

/** What is computed of networks on paper is what their authors published. */
class BlueprintTest {

  private static ArchitectureDescription published(Trunk trunk) {
    return ArchitectureDescription.usual(trunk, 21);
  }

  private static long count(ArchitectureDescription network, Predicate<String> names) {
    return new Blueprint(network)
        .parameters().stream()
            .filter(p -> names.test(p.name()))
            .mapToLong(ParameterSpec::count)
            .sum();
  }

  @ParameterizedTest
  @CsvSource({"alexnet, 355", "vgg16, 404", "squeezenet1_1, 239", "mobilenet_v2, 491"})
  void seesAsMuchAsPublished(String trunk, int size) {
    ReceptiveField field = new Blueprint(published(Trunks.byId(trunk).orElseThrow())).field();

    assertThat(field.size()).isEqualTo(size);
    assertThat(field.stride()).isEqualTo(32);
  }

  @ParameterizedTest
  @CsvSource({"alexnet, 355", "vgg16, 404", "vgg19, 460"})
  void seesNoMoreButTwiceAsOftenWherePool5HalvesNothing(String trunk, int size) {
    Blueprint network =
        new Blueprint(published(Trunks.byId(trunk).orElseThrow()).poolingEverywhere());

    assertThat(network.field().size()).isEqualTo(size);
    assertThat(network.field().stride()).isEqualTo(16);
    assertThat(network.scoreMaps())
        .extracting(ScoreMap::variant, m -> m.image().factor())
        .containsExactly(tuple(Variant.FCN_16S, 16), tuple(Variant.FCN_8S, 8));
  }

  @Test
  void vggIsCroppedWhereTheReferenceCropsIt() {
    List<ScoreMap> maps =
        new Blueprint(published(Trunks.VGG16).withGeometry(Geometry.PAPER)).scoreMaps();

    assertThat(maps)
        .extracting(m -> m.image().kernel(), m -> m.image().padding() - m.image().offset())
        .containsExactly(tuple(64, 19), tuple(32, 27), tuple(16, 31));
    assertThat(maps.stream().flatMap(m -> m.coarser().stream()))
        .extracting(Alignment::kernel, Alignment::padding, Alignment::offset)
        .containsExactly(tuple(4, 0, 5), tuple(4, 0, 9));
  }

  @Test
  void alexNetIsCroppedWhereTheReferenceCropsIt() {
    Alignment image = new Blueprint(published(Trunks.ALEXNET)).scoreMaps().get(0).image();

    assertThat(image.factor()).isEqualTo(32);
    assertThat(image.kernel()).isEqualTo(63);
    assertThat(image.padding() - image.offset()).isEqualTo(18);
  }

  @Test
  void vggHasAsManyParametersAsPublished() {
    ArchitectureDescription network = published(Trunks.VGG16);

    assertThat(count(network, n -> n.startsWith("conv"))).isEqualTo(14_714_688);
    assertThat(count(network, n -> n.startsWith("fc6"))).isEqualTo(102_764_544);
    assertThat(count(network, n -> n.startsWith("fc7"))).isEqualTo(16_781_312);
    assertThat(count(network, n -> n.startsWith("score_32"))).isEqualTo(86_037);
    assertThat(count(network, n -> n.startsWith("score_16"))).isEqualTo(10_773);
    assertThat(count(network, n -> n.startsWith("score_8"))).isEqualTo(5_397);
    assertThat(count(published(Trunks.VGG19), n -> n.startsWith("conv"))).isEqualTo(20_024_384);
  }

  @ParameterizedTest
  @CsvSource({
    "resnet50, 23508032",
    "resnet101, 42500160",
    "googlenet_torchvision, 5599904",
  })
  void trunksHaveAsManyParametersAsTorchvisions(String trunk, long parameters) {
    ArchitectureDescription network =
        published(Trunks.byId(trunk).orElseThrow()).withBatchNorm(BatchNorm.LIVE);

    assertThat(count(network, BlueprintTest::isOfTrunk)).isEqualTo(parameters);
  }

  /** Neither of a head nor a running statistic, which torchvision counts as no parameter. */
  private static boolean isOfTrunk(String name) {
    return ParameterRole.of(name) == ParameterRole.OTHER && !isStatistic(name);
  }

  private static boolean isStatistic(String name) {
    return name.endsWith(".norm.mean") || name.endsWith(".norm.variance");
  }

  @Test
  void alexNetAndCaffesGoogLeNetHaveAsManyAsCaffes() {
    assertThat(count(published(Trunks.GOOGLENET_CAFFE), BlueprintTest::isOfTrunk))
        .isEqualTo(5_973_552);
    assertThat(count(published(Trunks.ALEXNET), BlueprintTest::isOfTrunk)).isEqualTo(56_868_224);
  }

  @ParameterizedTest
  @CsvSource({"resnet50, 35322218", "resnet101, 54314346"})
  void torchvisionsFcnHasAsManyParametersAsTheirs(String trunk, long parameters) {
    ArchitectureDescription network =
        published(Trunks.byId(trunk).orElseThrow())
            .withStride(8)
            .withGeometry(Geometry.CELL_CENTRES)
            .withHead(Head.CONVOLVED_AUXILIARY, 512)
            .withVariants(EnumSet.of(Variant.FCN_8S))
            .withBatchNorm(BatchNorm.LIVE);

    assertThat(count(network, name -> !isStatistic(name))).isEqualTo(parameters);
  }

  static List<ArchitectureDescription> smallNetworks() {
    return SmallNetworks.ofEveryTrunk();
  }

  @ParameterizedTest
  @MethodSource("smallNetworks")
  void aPaperNetworkHasTheParametersOfTheRealOne(ArchitectureDescription network) {
    try (FcnNetwork real = FcnNetwork.empty(network)) {
      assertThat(new Blueprint(network).parameterCount()).isEqualTo(real.flatParameters().count());
    }
  }

  @Test
  void theCostOfAConvolutionIsItsProducts() {
    Blueprint vgg =
        new Blueprint(published(Trunks.VGG16).withVariants(EnumSet.of(Variant.FCN_32S)));

    // The classifier's published 15.3 thousand million products at 224 pixels are 13 convolutions;
    // fc6 and fc7 work on all 7 x 7 cells here, not on one.
    long convolutions = 15_346_630_656L;
    long fullyConnected = 49L * (25_088L * 4096 + 4096L * 4096);
    long scores = 49L * 4096 * 21;
    assertThat(vgg.cost(224, 224).products()).isEqualTo(convolutions + fullyConnected + scores);
  }
}
