package org.maskwright.network.weights.hdf5;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TestTensors;
import org.maskwright.testing.Mutations;

class HostileHdf5FileTest {

  private static final byte[] FLOATS = Hdf5Writer.floats(4);

  @TempDir Path folder;

  private void isRefused(byte[] bytes, String reason) throws IOException {
    Path file = Files.write(folder.resolve("net.h5"), bytes);
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("net.h5")
        .hasMessageContaining(reason);
  }

  private static void readAll(Path file) throws IOException {
    try (Hdf5File read = Hdf5File.open(file)) {
      for (Tensor tensor : read.arrays().values()) {
        if (tensor.shape().elements() < 1000) {
          tensor.toArray();
        }
      }
    }
  }

  private static byte[] whole() throws IOException {
    return new Hdf5Writer()
        .array("a/b/kernel:0", TestTensors.counted("b", 2, 3))
        .array("a/c", TestTensors.counted("c", 4))
        .toBytes();
  }

  static Stream<Arguments> objects() {
    byte[] six = Hdf5Writer.space(6);
    byte[] place = Hdf5Writer.contiguous(96, 24);
    byte[] shared = FLOATS.clone();
    shared[4] = 2;
    byte[] cut = Arrays.copyOf(FLOATS, 16);
    cut[2] = 8;
    byte[] sizeless = Arrays.copyOf(six, 12);
    sizeless[2] = 4;
    byte[] newer = six.clone();
    newer[8] = 3;
    byte[] endless = FLOATS.clone();
    endless[3] = 0x40;
    byte[] filter = Hdf5Writer.message(ObjectHeader.FILTERS, new byte[8]);
    return Stream.of(
        refused("the shape [-6]", Hdf5Writer.space(-6), FLOATS, place),
        refused("the shape [1048576, 1048576]", space(1 << 20, 1 << 20), FLOATS, place),
        refused("has 9 axes", Hdf5Writer.space(new long[9]), FLOATS, place),
        refused("has its shape in version 3. Save it again", newer, FLOATS, place),
        refused("does not fill its place", six, FLOATS, Hdf5Writer.contiguous(96, 20)),
        refused("does not fill its place", six, FLOATS, Hdf5Writer.contiguous(96, -24)),
        refused("does not fill its place", six, Hdf5Writer.floats(8), place),
        refused("ends at byte", six, FLOATS, Hdf5Writer.contiguous(1 << 20, 24)),
        refused("ends at byte", six, FLOATS, Hdf5Writer.contiguous(-24, 24)),
        refused("ends at byte", six, FLOATS, Hdf5Writer.contiguous(Long.MAX_VALUE, 24)),
        refused("was never written", six, FLOATS, Hdf5Writer.contiguous(-1, 24)),
        refused("does not lie in one piece", six, FLOATS, Hdf5Writer.layout(3, 2, 96, 24)),
        refused("does not lie in one piece", six, FLOATS, Hdf5Writer.layout(3, 0, 96, 24)),
        refused("does not lie in one piece", six, FLOATS, Hdf5Writer.layout(1, 1, 96, 24)),
        refused("highest byte", six, Hdf5Writer.type(0x11, 0x21, 4, 8), place),
        refused("numbers of 3 bytes", six, Hdf5Writer.type(0x11, 0, 3, 8), place),
        refused("is compressed", six, FLOATS, place, filter),
        refused("types that are shared", six, shared, place),
        refused("something in it is cut short", six, cut, place),
        refused("something in it is cut short", sizeless, FLOATS, place),
        refused("longer than the object", six, endless, place));
  }

  private static byte[] space(long... sizes) {
    return Hdf5Writer.space(sizes);
  }

  private static Arguments refused(String reason, byte[]... messages) {
    return Arguments.of(reason, List.of(messages));
  }

  @ParameterizedTest
  @MethodSource("objects")
  void arraysThatAreNotWhatTheySayAreRefused(String reason, List<byte[]> messages)
      throws IOException {
    isRefused(new Hdf5Writer().object("a/x", messages.toArray(byte[][]::new)).toBytes(), reason);
  }

  @ParameterizedTest
  @CsvSource({
    "HEAP,8,-1,ends at byte",
    "HEAP,8,1,outside the names of its group",
    "HEAP,24,9999999,ends at byte",
    "SNOD,8,77777,outside the names of its group",
    "SNOD,16,5555555,ends at byte",
    "SNOD,16,96,objects in another form",
    "SNOD,4,-1,ends at byte",
    "TREE,4,1,of another kind",
    "TREE,4,-1,of another kind",
    "TREE,32,9999999,ends at byte",
    "TREE,32,96,there is no SNOD at byte 96",
  })
  void groupsThatLeadAstrayAreRefused(String signature, int at, long value, String reason)
      throws IOException {
    byte[] bytes = whole();
    int place = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(signature);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(place + at, value);
    isRefused(bytes, reason);
  }

  @Test
  void aGroupThatContainsItselfIsNotFollowedForEver() throws IOException {
    byte[] bytes = whole();
    ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int place = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("SNOD");
    fields.putLong(place + 16, fields.getLong(64));
    isRefused(bytes, "too deep");
  }

  @Test
  void groupsThatMultiplyAreCounted() throws IOException {
    Hdf5Writer writer = new Hdf5Writer().array("once/x", TestTensors.counted("x", 3));
    long group = writer.finished("once");
    for (String name : List.of("a", "b", "c", "d")) {
      for (int i = 0; i < 30; i++) {
        writer.link(name + "/again" + i, group);
      }
      group = writer.finished(name);
    }
    writer.link("all", group);
    isRefused(writer.toBytes(), "more than 200000 things");
  }

  @Test
  void aNameThatIsThereTwiceIsRefused() throws IOException {
    byte[] bytes = whole();
    ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("SNOD", 200);
    place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("SNOD", place + 1);
    fields.putLong(place + 8 + 40, fields.getLong(place + 8));
    isRefused(bytes, "twice");
  }

  @ParameterizedTest
  @CsvSource({
    "8,9,version 9 of the form",
    "8,-1,version -1 of the form",
    "13,4,of other than 64 bits",
    "24,1,a block of something else",
    "0,0,does not begin as HDF5 does",
  })
  void aBeginningOfAnotherKindIsRefused(int at, byte value, String reason) throws IOException {
    byte[] bytes = whole();
    bytes[at] = value;
    isRefused(bytes, reason);
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = whole();
    for (int length = 0; length < whole.length; length += 3) {
      isRefused(Arrays.copyOf(whole, length), "net.h5");
    }
  }

  @Test
  void damagedFilesGiveAResultOrATypedError() throws IOException {
    Path file = folder.resolve("damaged.h5");
    Mutations.survives(
        whole(),
        5000,
        damaged -> {
          Files.write(file, damaged);
          readAll(file);
        });
  }
}
