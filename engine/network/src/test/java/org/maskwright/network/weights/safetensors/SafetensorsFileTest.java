package org.maskwright.network.weights.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TensorType;
import org.maskwright.network.weights.TestTensors;
import org.maskwright.testing.Mutations;

class SafetensorsFileTest {

  private static final float[] VALUES = {1.5f, -2, 0.25f, 8, 0, 1024};

  @TempDir Path folder;

  @Test
  void whatWasWrittenIsRead() throws IOException {
    Path file = written(TensorType.F32, TensorType.F16);

    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(read.metadata()).containsExactly(Map.entry("source", "a formula"));
      assertThat(read.tensors()).containsOnlyKeys("a", "b");
      assertThat(read.tensor("a").shape()).isEqualTo(Shape.of(2, 3));
      assertThat(read.tensor("a").toArray()).isEqualTo(VALUES);
      assertThat(read.tensor("b").toArray()).isEqualTo(VALUES);
    }
  }

  @Test
  void aPieceIsReadFromTheMiddle() throws IOException {
    try (SafetensorsFile read = SafetensorsFile.open(written(TensorType.F32, TensorType.F16))) {
      FloatBuffer piece = FloatBuffer.allocate(3);
      read.tensor("b").source().read(2, piece);
      assertThat(piece.array()).containsExactly(0.25f, 8, 0);
    }
  }

  @Test
  void anArrayOfManyPiecesIsReadWhole() throws IOException {
    Tensor large = TestTensors.counted("large", 300, 1001);
    Path file = folder.resolve("large.safetensors");
    Files.write(file, bytes(Map.of(), new SafetensorsWriter.Entry(large, TensorType.F16)));

    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(read.tensor("large").toArray()).isEqualTo(large.toArray());
    }
  }

  @Test
  void theSameContentBecomesTheSameBytes() throws IOException {
    assertThat(written(TensorType.F32, TensorType.F16))
        .hasSameBinaryContentAs(written(TensorType.F32, TensorType.F16));
  }

  @ParameterizedTest
  @CsvSource({"BF16,2", "F64,8"})
  void otherFloatTypesAreRead(TensorType type, int size) throws IOException {
    ByteBuffer data = ByteBuffer.allocate(2 * size).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : new float[] {-1.5f, 256}) {
      if (type == TensorType.F64) {
        data.putDouble(value);
      } else {
        data.putShort((short) (Float.floatToRawIntBits(value) >>> 16));
      }
    }
    Path file = raw(entry("x", type.name(), "[2]", 0, 2L * size), data.array());

    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThat(read.tensor("x").toArray()).containsExactly(-1.5f, 256);
    }
  }

  @Test
  void countersStayInTheListButAreNoWeights() throws IOException {
    Path file = raw(entry("n", "I64", "[]", 0, 8), new byte[8]);

    try (SafetensorsFile read = SafetensorsFile.open(file)) {
      assertThatThrownBy(() -> read.tensor("n").toArray())
          .isInstanceOf(DataException.class)
          .hasMessageContaining("I64");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
            + "'b':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}}|overlaps",
        "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}|gap",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}|4 bytes behind",
        "{'a':{'dtype':'F32','shape':[4],'data_offsets':[0,16]}}|ends at byte",
        "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,12]}}|fill its place",
        "{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,12]}}|has the shape",
        "{'a':{'dtype':'F32','shape':[1073741824,1073741824],'data_offsets':[0,0]}}|has the shape",
        "{'a':{'dtype':'F32','shape':[1.5],'data_offsets':[0,12]}}|no whole number",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0]}}|beginning and end",
        "{'a':{'dtype':'Q4','shape':[3],'data_offsets':[0,12]}}|unknown type",
        "{'a':[]}|list of numbers",
        "{'__metadata__':{'a':1}}|is no text",
        "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,12]},'a':{}}|no valid JSON",
        "{'a':[[[[[[]]]]]]}|no valid JSON",
        "[]|no JSON object",
      })
  void aWrongHeaderIsRefusedWithTheReason(String json, String reason) throws IOException {
    Path file = raw(json.replace('\'', '"'), new byte[12]);

    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("raw.safetensors")
        .hasMessageContaining(reason);
  }

  @Test
  void aHugeHeaderIsNotEvenAllocated() throws IOException {
    Path file = folder.resolve("huge.safetensors");
    byte[] length = new byte[16];
    Arrays.fill(length, 0, 7, (byte) 0xFF);
    Files.write(file, length);

    assertThatThrownBy(() -> SafetensorsFile.open(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("length of a header");
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(written(TensorType.F32, TensorType.F16));
    Path file = folder.resolve("short.safetensors");
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> SafetensorsFile.open(file)).isInstanceOf(DataException.class);
    }
  }

  @Test
  void damagedFilesGiveAResultOrATypedError() throws IOException {
    byte[] whole = Files.readAllBytes(written(TensorType.F32, TensorType.F16));
    Path file = folder.resolve("damaged.safetensors");

    Mutations.survives(
        whole,
        1000,
        damaged -> {
          Files.write(file, damaged);
          try (SafetensorsFile read = SafetensorsFile.open(file)) {
            for (Tensor tensor : read.tensors().values()) {
              tensor.toArray();
            }
          }
        });
  }

  private Path written(TensorType first, TensorType second) throws IOException {
    Path file = folder.resolve(first + "-" + second + System.nanoTime() + ".safetensors");
    return Files.write(
        file,
        bytes(
            Map.of("source", "a formula"),
            new SafetensorsWriter.Entry(TestTensors.of("a", VALUES, 2, 3), first),
            new SafetensorsWriter.Entry(TestTensors.of("b", VALUES, 6, 1), second)));
  }

  private static byte[] bytes(Map<String, String> metadata, SafetensorsWriter.Entry... entries)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SafetensorsWriter.write(metadata, List.of(entries), out);
    return out.toByteArray();
  }

  private static String entry(String name, String type, String shape, long begin, long end) {
    return "{\""
        + name
        + "\":{\"dtype\":\""
        + type
        + "\",\"shape\":"
        + shape
        + ",\"data_offsets\":["
        + begin
        + ","
        + end
        + "]}}";
  }

  private Path raw(String json, byte[] data) throws IOException {
    byte[] header = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer all = ByteBuffer.allocate(8 + header.length + data.length);
    all.order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header).put(data);
    return Files.write(folder.resolve("raw.safetensors"), all.array());
  }
}
