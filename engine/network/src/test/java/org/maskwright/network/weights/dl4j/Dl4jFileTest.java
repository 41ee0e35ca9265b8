package org.maskwright.network.weights.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.testing.Mutations;

class Dl4jFileTest {

  private static final float[] NUMBERS = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21
  };

  @TempDir Path folder;
  private Path scratch;

  @BeforeEach
  void makeRoom() throws IOException {
    scratch = Files.createDirectory(folder.resolve("scratch"));
  }

  private Path saved(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("net.zip"), bytes);
  }

  private void isRefused(byte[] bytes, String reason) throws IOException {
    Path file = saved(bytes);
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("net.zip")
        .hasMessageContaining(reason);
    assertThat(scratch).isEmptyDirectory();
  }

  private void readAll(Path file) throws IOException {
    try (Dl4jFile read = Dl4jFile.open(file, scratch)) {
      for (Tensor tensor : read.tensors().values()) {
        tensor.toArray();
      }
    }
  }

  /** Three and twelve parameters of a convolution, then five and one of a dense layer. */
  private static String small(String preProcessor) {
    return Dl4jWriter.chain(
        "a", Dl4jWriter.convolution(1, 3, 2),
        "p", Dl4jWriter.vertex("'subsampling':{}", "null"),
        "b", Dl4jWriter.dense(5, 1, preProcessor));
  }

  @Test
  void biasesLieBeforeKernelsAndBehindMatrices() throws IOException {
    Path file = saved(Dl4jWriter.zip(small("null"), Dl4jWriter.row(NUMBERS)));

    try (Dl4jFile read = Dl4jFile.open(file, scratch)) {
      assertThat(read.tensors()).containsOnlyKeys("a.bias", "a.weight", "b.weight", "b.bias");
      assertThat(read.tensor("a.bias").toArray()).containsExactly(1, 2, 3);
      assertThat(read.tensor("a.weight").shape()).isEqualTo(Shape.of(3, 1, 2, 2));
      assertThat(read.tensor("a.weight").toArray()).isEqualTo(Arrays.copyOfRange(NUMBERS, 3, 15));
      assertThat(read.tensor("b.weight").shape()).isEqualTo(Shape.of(1, 5));
      assertThat(read.tensor("b.weight").toArray()).containsExactly(16, 17, 18, 19, 20);
      assertThat(read.tensor("b.bias").toArray()).containsExactly(21);
    }
    assertThat(scratch).isEmptyDirectory();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "names of open files stay there")
  void whatIsUnpackedHasNoNameThatAKilledProgramCouldLeave() throws IOException {
    Path file = saved(Dl4jWriter.zip(small("null"), Dl4jWriter.row(NUMBERS)));

    try (Dl4jFile read = Dl4jFile.open(file, scratch)) {
      assertThat(scratch).isEmptyDirectory();
      assertThat(read.tensor("b.bias").toArray()).containsExactly(21);
    }
  }

  @Test
  void aFolderThatTakesNothingIsToldWithTheFileAndTheRemedy() throws IOException {
    Path file = saved(Dl4jWriter.zip(small("null"), Dl4jWriter.row(NUMBERS)));
    Path gone = folder.resolve("gone");

    assertThatThrownBy(() -> Dl4jFile.open(file, gone))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("net.zip", gone + " does not take that", "Make room there");
  }

  @Test
  void aMapThatIsFlattenedComesBack() throws IOException {
    for (String kind : List.of("cnnToFeedForward", "TensorFlowCnnToFeedForwardPreProcessor")) {
      String before = "{'" + kind + "':{'inputHeight':1,'inputWidth':5,'numChannels':1}}";
      Path file = saved(Dl4jWriter.zip(small(before), Dl4jWriter.row(NUMBERS)));
      try (Dl4jFile read = Dl4jFile.open(file, scratch)) {
        assertThat(read.tensor("b.weight").shape()).isEqualTo(Shape.of(1, 1, 1, 5));
      }
    }
  }

  @Test
  void whatFlattensMayStandBetweenTheLayers() throws IOException {
    String flatten =
        "{'TensorFlowCnnToFeedForwardPreProcessor':"
            + "{'inputHeight':1,'inputWidth':1,'numChannels':5}}";
    String chain =
        Dl4jWriter.chain(
            "a", Dl4jWriter.convolution(1, 3, 2),
            "flatten", "{'PreprocessorVertex':{'preProcessor':" + flatten + "}}",
            "b", Dl4jWriter.dense(5, 1, "null"),
            "b_loss", Dl4jWriter.vertex("'loss':{}", "null"));
    Path file = saved(Dl4jWriter.zip(chain, Dl4jWriter.row(NUMBERS)));

    try (Dl4jFile read = Dl4jFile.open(file, scratch)) {
      assertThat(read.tensor("b.weight").shape()).isEqualTo(Shape.of(1, 5, 1, 1));
      assertThat(read.tensor("b.weight").toArray()).containsExactly(16, 17, 18, 19, 20);
    }
  }

  static Stream<Arguments> configurations() {
    String layer = Dl4jWriter.convolution(1, 3, 2);
    return Stream.of(
        Arguments.of("{", "no valid JSON"),
        Arguments.of("[".repeat(1000), "no valid JSON"),
        Arguments.of("{}", "is no graph"),
        Arguments.of("{'confs':[]}", "is no graph"),
        Arguments.of(Dl4jWriter.chain(), "no layers with parameters"),
        Arguments.of(Dl4jWriter.chain("a", "{}"), "\"a\" of kind \"\""),
        Arguments.of(
            Dl4jWriter.chain("a", Dl4jWriter.vertex("'batchNormalization':{}", "null")),
            "of kind \"batchNormalization\""),
        Arguments.of(
            Dl4jWriter.chain("a", layer).replace("['input_1']}", "['x']}"), "nothing leads to"),
        Arguments.of(
            Dl4jWriter.chain("a", layer).replace("{'a':[", "{'b':['input_1'],'a':["),
            "does not lead from layer to layer"),
        Arguments.of(
            Dl4jWriter.chain("a", layer).replace("{'a':[", "{'a':['b',"),
            "does not lead from layer to layer"),
        Arguments.of(
            Dl4jWriter.chain("a", layer, "b", layer).replace("'a':['input_1']", "'a':['b']"),
            "nothing leads to"),
        Arguments.of(Dl4jWriter.chain("a", Dl4jWriter.convolution(-1, 3, 2)), "a size of -1"),
        Arguments.of(Dl4jWriter.chain("a", Dl4jWriter.convolution(0, 3, 2)), "a size of 0"),
        Arguments.of(
            Dl4jWriter.chain("a", Dl4jWriter.convolution(1 << 20, 1 << 20, 3)), "has the shape"),
        Arguments.of(
            Dl4jWriter.chain("a", Dl4jWriter.convolution(1, 1 << 20, 4)), "it claims to hold"),
        Arguments.of(
            small("{'cnnToFeedForward':{'inputHeight':1,'inputWidth':2,'numChannels':1}}"),
            "does not read the map"),
        Arguments.of(small("{'rnnToCnn':{'numChannels':1}}"), "in a way of its own"),
        Arguments.of(
            small("{'@class':'java.lang.Runtime','numChannels':1}"), "in a way of its own"),
        Arguments.of(Dl4jWriter.chain("a", Dl4jWriter.convolution(1, 3, 1)), "numbers for 6"));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void configurationsOfOtherNetworksAreRefused(String json, String reason) throws IOException {
    isRefused(Dl4jWriter.zip(json, Dl4jWriter.row(NUMBERS)), reason);
  }

  static Stream<Arguments> rows() throws IOException {
    byte[] healthy = Dl4jWriter.row(NUMBERS);
    return Stream.of(
        Arguments.of(Dl4jWriter.row("JAVACPP", -1, "FLOAT", NUMBERS), "it has -1 numbers"),
        Arguments.of(
            Dl4jWriter.row("MIXED_DATA_TYPES", Long.MAX_VALUE, "FLOAT", NUMBERS),
            "it has 9223372036854775807 numbers for 21"),
        Arguments.of(Dl4jWriter.row("JAVACPP", 21, "UTF8", NUMBERS), "of another kind"),
        Arguments.of(Dl4jWriter.row("ELSEWHERE", 21, "FLOAT", NUMBERS), "not known"),
        Arguments.of(Dl4jWriter.row("JAVACPP", 21, "FLOAT", 1, 2, 3), "is damaged"),
        Arguments.of(Arrays.copyOf(healthy, healthy.length + 1), "something follows"),
        Arguments.of(new byte[0], "is damaged"),
        Arguments.of(new byte[] {(byte) 0xFF, (byte) 0xFF, 0}, "is damaged"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void rowsThatAreNotWhatTheySayAreRefused(byte[] row, String reason) throws IOException {
    isRefused(Dl4jWriter.zip(small("null"), row), reason);
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("coefficients.bin"));
    }
    isRefused(bytes.toByteArray(), "has no configuration.json");
  }

  @Test
  void aConfigurationThatInflatesIsNotInflatedToItsEnd() throws IOException {
    isRefused(Dl4jWriter.zip(" ".repeat(5 << 20), new byte[0]), "more than 4194304 bytes");
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = Dl4jWriter.zip(small("null"), Dl4jWriter.row(NUMBERS));
    for (int length = 0; length < whole.length; length += 3) {
      isRefused(Arrays.copyOf(whole, length), "net.zip");
    }
  }

  @Test
  void damagedFilesGiveAResultOrATypedError() throws IOException {
    Path file = folder.resolve("damaged.zip");
    String json = small("null");
    byte[] row = Dl4jWriter.row(NUMBERS);

    Mutations.survives(
        Dl4jWriter.zip(json, row), 1000, damaged -> readAll(Files.write(file, damaged)));
    Mutations.survives(
        json.getBytes(StandardCharsets.UTF_8),
        2000,
        damaged ->
            readAll(
                Files.write(
                    file, Dl4jWriter.zip(new String(damaged, StandardCharsets.UTF_8), row))));
    Mutations.survives(
        row, 1000, damaged -> readAll(Files.write(file, Dl4jWriter.zip(json, damaged))));
    assertThat(scratch).isEmptyDirectory();
  }
}
