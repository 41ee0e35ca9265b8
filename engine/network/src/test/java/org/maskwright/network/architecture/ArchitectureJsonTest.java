package org.maskwright.network.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.data.problem.DataException;

class ArchitectureJsonTest {

  static List<ArchitectureDescription> smallNetworks() {
    return Stream.of(
            SmallNetworks.all(),
            SmallNetworks.ofEveryTrunk(),
            SmallNetworks.ofEveryDecoder(),
            SmallNetworks.poolingEverywhere())
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("smallNetworks")
  void comesBackAsItWas(ArchitectureDescription description) throws DataException {
    byte[] json = ArchitectureJson.write(description);
    assertThat(ArchitectureJson.read(json, "a.mwmodel")).isEqualTo(description);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"vgg16\" | \"vgg99\" | TRUNK_UNKNOWN",
        "\"classes\" : 5 | \"classes\" : 255 | VALUE_BAD",
        "\"classes\" : 5 | \"classes\" : 5.5 | VALUE_BAD",
        "\"classes\" : 5 | \"classes\" : 99999999999 | VALUE_BAD",
        "\"classes\" : 5 | \"@class\" : \"java.lang.Object\" | FIELD_UNKNOWN",
        "\"dilated\" : false, | '' | FIELD_MISSING",
        "\"dilated\" : false | \"dilated\" : true | NOT_TOGETHER",
        "\"dilated\" : false | \"dilated\" : true, \"stride\" : 4 | VALUE_BAD",
        "\"dilated\" : false | \"dilated\" : false, \"stride\" : 8 | VALUE_BAD",
        "\"dilated\" : false | \"dilated\" : false, \"fusion\" : \"product\" | VALUE_BAD",
        "\"cell_centres\" | \"shifted\" | NOT_TOGETHER",
        "[ 4, 6, 8, 8, 8 ] | [ 4, 6, 8, 8 ] | NOT_TOGETHER",
        "[ 4, 6, 8, 8, 8 ] | [ 4, 6, 8, 8, 0 ] | VALUE_BAD",
        "[ 4, 6, 8, 8, 8 ] | [ [ [ [ [ 8 ] ] ] ] ] | UNREADABLE",
        "\"fcn_8s\" | \"fcn_4s\" | VALUE_BAD",
        "\"trunk\" : | \"trunk\" | UNREADABLE",
      })
  void refusesWhatCannotBe(String good, String bad, ArchitectureProblem problem) {
    refuses(SmallNetworks.vgg(), good, bad, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"segnet\" | \"deconvnet\" | VALUE_BAD",
        "\"segnet\" | \"plain\" | NOT_TOGETHER",
        "\"full\" | \"fcn_8s\" | NOT_TOGETHER",
        "\"cell_centres\" | \"paper\" | NOT_TOGETHER",
        "\"fixed\" | \"learned\" | NOT_TOGETHER",
        "\"classes\" : 5 | \"classes\" : 5, \"fusion\" : \"concatenation\" | NOT_TOGETHER",
        "\"classes\" : 5 | \"classes\" : 5, \"rates\" : [ 6 ] | NOT_TOGETHER",
        "\"classes\" : 5 | \"classes\" : 5, \"rates\" : [ 0 ] | VALUE_BAD",
        "\"classes\" : 5 | \"classes\" : 5, \"rates\" : 6 | VALUE_BAD",
      })
  void refusesDecodersThatCannotBe(String good, String bad, ArchitectureProblem problem) {
    refuses(SmallNetworks.segNet(), good, bad, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"corners\" | \"cell_centres\" | NOT_TOGETHER",
        "\"large_fov\" | \"fully_convolutional\" | NOT_TOGETHER",
        "\"classes\" : 5 | \"classes\" : 5, \"upsampling\" : \"unpooled\" | NOT_TOGETHER",
      })
  void refusesSingleScoresThatCannotBe(String good, String bad, ArchitectureProblem problem) {
    refuses(SmallNetworks.largeFov(), good, bad, problem);
  }

  private static void refuses(
      ArchitectureDescription network, String good, String bad, ArchitectureProblem problem) {
    String json = new String(ArchitectureJson.write(network), UTF_8);
    assertThat(json).contains(good);
    assertThatThrownBy(() -> ArchitectureJson.read(json.replace(good, bad).getBytes(UTF_8), "x"))
        .isInstanceOfSatisfying(
            DataException.class, e -> assertThat(e.problem().code()).isEqualTo(problem));
  }

  @Test
  void liveBatchNormIsToldAndFoldedIsNot() throws DataException {
    ArchitectureDescription live = SmallNetworks.mobile().withBatchNorm(BatchNorm.LIVE);
    assertThat(ArchitectureJson.read(ArchitectureJson.write(live), "x")).isEqualTo(live);
    assertThat(new String(ArchitectureJson.write(SmallNetworks.mobile()), UTF_8))
        .doesNotContain("batchNorm");
  }

  @Test
  void whatIsUnusualIsToldAndTheRestIsAsOlderProgramsKnowIt() {
    assertThat(new String(ArchitectureJson.write(SmallNetworks.vggMixed()), UTF_8))
        .contains("concatenation")
        .contains("\"upsampling\" : \"fixed\"");
    assertThat(new String(ArchitectureJson.write(SmallNetworks.vgg()), UTF_8))
        .doesNotContain("fusion")
        .doesNotContain("\"upsampling")
        .doesNotContain("stride");
  }

  @Test
  void refusesWhatIsNoObject() {
    assertThatThrownBy(() -> ArchitectureJson.read("[]".getBytes(UTF_8), "x"))
        .isInstanceOf(DataException.class);
  }
}
