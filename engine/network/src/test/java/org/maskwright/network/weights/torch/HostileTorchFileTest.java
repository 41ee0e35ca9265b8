package org.maskwright.network.weights.torch;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.TestTensors;
import org.maskwright.network.weights.torch.TorchWriter.View;
import org.maskwright.testing.Mutations;

class HostileTorchFileTest {

  private static final float[] SIX = {1, 2.5f, -3, 4, 5, 6};

  @TempDir Path folder;

  private void isRefused(byte[] bytes, CharSequence... reasons) throws IOException {
    Path file = Files.write(folder.resolve("net.pth"), bytes);
    assertThatThrownBy(() -> ReadTorch.all(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("net.pth")
        .hasMessageContainingAll(reasons);
  }

  private static TorchWriter writer() {
    return new TorchWriter().storage("0", TorchWriter.floats(SIX));
  }

  static Stream<Arguments> programs() {
    return Stream.of(
        Arguments.of(
            new PickleWriter().global("os", "system").text("true").op(0x85, 'R'),
            List.of("\"os.system\"", "at byte 2 ")),
        Arguments.of(
            new PickleWriter().global("torch.nn.modules.linear", "Linear").op(')', 0x81),
            List.of("\"torch.nn.modules.linear.Linear\"", "state_dict()")),
        Arguments.of(new PickleWriter().op('}', 'i'), List.of("0x69 ('i')", "at byte 3 ")),
        Arguments.of(new PickleWriter().op(0x93), List.of("0x93", "at byte 2 ")),
        Arguments.of(
            new PickleWriter().global("torch", "FloatStorage").op(')', 'R'),
            List.of("to call FLOAT")),
        Arguments.of(
            new PickleWriter().global("collections", "OrderedDict").op('N', 0x85, 'R'),
            List.of("an OrderedDict that is made of something else")),
        Arguments.of(new PickleWriter().op(')', '}', 'b'), List.of("to set attributes")),
        Arguments.of(new PickleWriter().op(0x8a, 255), List.of("a whole number of 255 bytes")));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void whatNoTensorNeedsIsRefusedByNameAndPlace(PickleWriter program, List<String> reasons)
      throws IOException {
    isRefused(writer().with(program.op('.').toBytes()), reasons.toArray(String[]::new));
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(
        Arguments.of(new PickleWriter().op('.'), "makes no sense at byte 2"),
        Arguments.of(new PickleWriter().op('h', 7), "makes no sense at byte 2"),
        Arguments.of(new PickleWriter().op('}', 'K', 1, 's'), "makes no sense at byte 5"),
        Arguments.of(new PickleWriter().op('t'), "makes no sense"),
        Arguments.of(new PickleWriter().op('}', 'Q'), "makes no sense"),
        Arguments.of(new PickleWriter().op(']', 'K', 1, 'u'), "makes no sense"),
        Arguments.of(new PickleWriter().op('X').int32(9), "ends at byte 7"),
        Arguments.of(new PickleWriter().op('X').int32(-1), "a text is longer"),
        Arguments.of(new PickleWriter().op('X').int32(Integer.MAX_VALUE), "a text is longer"),
        Arguments.of(
            new PickleWriter().op('}').text("a").op('N', 's').text("a").op('N', 's', '.'),
            "\"a\" twice"),
        Arguments.of(new PickleWriter().op('}', '.'), "no tensors by name"),
        Arguments.of(new PickleWriter().op('K', 1, '.'), "no tensors by name"));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void picklesThatMakeNoSenseAreRefused(PickleWriter program, String reason) throws IOException {
    isRefused(writer().with(program.toBytes()), reason);
  }

  @Test
  void aPickleCannotRunForEver() throws IOException {
    byte[] pickle = new byte[1_000_100];
    Arrays.fill(pickle, (byte) ']');
    isRefused(writer().with(pickle), "more than 1000000 instructions");
  }

  @Test
  void aPickleThatContainsItselfIsNoTrap() throws IOException {
    PickleWriter pickle = new PickleWriter().op('}', 'q', 0);
    pickle.text("state_dict").op('h', 0, 's').text("list").op(']', 'q', 1, 'h', 1, 'a', 's', '.');
    isRefused(writer().with(pickle.toBytes()), "no tensors by name");
  }

  @Test
  void aListDoesNotFillMemoryWithDicts() throws IOException {
    PickleWriter pickle = new PickleWriter().global("collections", "OrderedDict").op('q', 0);
    pickle.op(']', 'q', 1);
    for (int i = 0; i < 20_000; i++) {
      pickle.op(']').text("key" + i).op('a', 'N', 'a', 'a');
    }
    for (int i = 0; i < 100_000; i++) {
      pickle.op('h', 0, 'h', 1, 0x85, 'R');
    }
    isRefused(writer().with(pickle.op('.').toBytes()), "no tensors by name");
  }

  static Stream<Arguments> views() {
    long[] six = {6};
    return Stream.of(
        Arguments.of(View.of("FloatStorage", "1", 6, 0, six, 1), "no \"archive/data/1\""),
        Arguments.of(View.of("FloatStorage", "../data.pkl", 6, 0, six, 1), "no \"archive/data/"),
        Arguments.of(View.of("FloatStorage", "0", 7, 0, six, 1), "7 numbers where there are 6"),
        Arguments.of(View.of("DoubleStorage", "0", 6, 0, six, 1), "6 numbers where there are 3"),
        Arguments.of(View.of("FloatStorage", "0", -1, 0, six, 1), "-1 numbers"),
        Arguments.of(View.of("FloatStorage", "0", 6, 1, six, 1), "does not lie in its storage"),
        Arguments.of(View.of("FloatStorage", "0", 6, -1, six, 1), "does not lie in its storage"),
        Arguments.of(
            View.of("FloatStorage", "0", 6, Long.MAX_VALUE, six, 1), "does not lie in its storage"),
        Arguments.of(View.of("FloatStorage", "0", 6, 0, six, 2), "does not lie in its storage"),
        Arguments.of(View.of("FloatStorage", "0", 6, 0, six, 0), "does not lie in its storage"),
        Arguments.of(View.of("FloatStorage", "0", 6, 5, six, -1), "does not lie in its storage"),
        Arguments.of(
            View.of("FloatStorage", "0", 6, 0, six, Long.MAX_VALUE), "does not lie in its storage"),
        Arguments.of(
            View.of("FloatStorage", "0", 6, 0, new long[] {1 << 15, 1 << 15}, 0, 0),
            "does not lie in its storage"),
        Arguments.of(
            View.of("FloatStorage", "0", 6, 0, new long[] {2, 3}, 1, 1),
            "does not lie in its storage"),
        Arguments.of(View.of("FloatStorage", "0", 6, 0, new long[] {-6}, 1), "the shape [-6]"),
        Arguments.of(
            View.of("FloatStorage", "0", 6, 0, new long[] {1 << 20, 1 << 20}, 1 << 20, 1),
            "the shape [1048576, 1048576]"),
        Arguments.of(View.of("FloatStorage", "0", 6, 0, six), "and the strides []"),
        Arguments.of(
            View.of("FloatStorage", "0", 6, 0, new long[9], 1, 1, 1, 1, 1, 1, 1, 1, 1),
            "makes no sense"));
  }

  @ParameterizedTest
  @MethodSource("views")
  void tensorsThatAreNotWhereTheySayAreRefused(View view, String reason) throws IOException {
    isRefused(writer().view("x", view).toBytes(), reason);
  }

  @Test
  void compressedNumbersAreRefused() throws IOException {
    byte[] pickle = writer().view("x", view()).dict(new PickleWriter()).op('.').toBytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("archive/data.pkl"));
      zip.write(pickle);
      zip.putNextEntry(new ZipEntry("archive/data/0"));
      zip.write(TorchWriter.floats(SIX));
    }
    isRefused(out.toByteArray(), "\"archive/data/0\" in it is compressed");
  }

  @Test
  void aPickleThatInflatesIsNotInflatedToItsEnd() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("archive/data.pkl"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 20; i++) {
        zip.write(zeros);
      }
    }
    isRefused(out.toByteArray(), "has more than 16777216 bytes");
  }

  @Test
  void aSizeBeyondTheFileIsNotBelieved() throws IOException {
    byte[] bytes = writer().view("x", view()).toBytes();
    int directory = find(bytes, "PK\1\2", find(bytes, "PK\1\2", 0) + 1);
    for (int field : List.of(20, 24)) {
      Arrays.fill(bytes, directory + field, directory + field + 3, (byte) 0xFF);
    }
    isRefused(bytes, "ends at byte " + bytes.length);
  }

  @Test
  void aNameThatIsThereTwiceIsRefused() throws IOException {
    byte[] bytes = writer().member("archive/data/1", new byte[4]).view("x", view()).toBytes();
    for (int at = find(bytes, "archive/data/1", 0); at >= 0; ) {
      bytes[at + "archive/data/".length()] = '0';
      at = find(bytes, "archive/data/1", at);
    }
    isRefused(bytes, "\"archive/data/0\" twice");
  }

  @Test
  void theHighestByteFirstIsRefused() throws IOException {
    byte[] order = "big".getBytes(StandardCharsets.US_ASCII);
    isRefused(
        writer().member("archive/byteorder", order).view("x", view()).toBytes(),
        "highest byte first");
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = writer().view("x", view()).toBytes();
    for (int length = 0; length < whole.length; length++) {
      isRefused(Arrays.copyOf(whole, length), "net.pth");
    }
  }

  @Test
  void damagedFilesGiveAResultOrATypedError() throws IOException {
    Path file = folder.resolve("damaged.pth");
    byte[] whole =
        new TorchWriter()
            .tensor(TestTensors.of("conv.weight", SIX, 2, 3))
            .view("turned", View.of("FloatStorage", "0", 6, 0, new long[] {3, 2}, 1, 3))
            .toBytes();

    Mutations.survives(
        whole,
        2000,
        damaged -> {
          Files.write(file, damaged);
          ReadTorch.all(file);
        });
  }

  @Test
  void damagedPicklesGiveAResultOrATypedError() throws IOException {
    Path file = folder.resolve("damaged.pth");
    TorchWriter writer =
        writer()
            .view("x", view())
            .view("turned", View.of("FloatStorage", "0", 6, 0, new long[] {3, 2}, 1, 3));
    byte[] pickle = writer.dict(new PickleWriter()).op('.').toBytes();

    Mutations.survives(
        pickle,
        5000,
        damaged -> {
          Files.write(file, writer.with(damaged));
          ReadTorch.all(file);
        });
  }

  private static View view() {
    return View.of("FloatStorage", "0", 6, 0, new long[] {6}, 1);
  }

  private static int find(byte[] bytes, String text, int from) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
  }
}
