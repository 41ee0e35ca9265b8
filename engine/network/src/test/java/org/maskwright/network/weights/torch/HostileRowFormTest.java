package org.maskwright.network.weights.torch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.TestTensors;
import org.maskwright.network.weights.torch.TorchWriter.View;
import org.maskwright.testing.Mutations;

class HostileRowFormTest {

  private static final float[] SIX = {1, 2.5f, -3, 4, 5, 6};

  @TempDir Path folder;

  private void isRefused(byte[] bytes, String reason) throws IOException {
    Path file = Files.write(folder.resolve("net.pth"), bytes);
    assertThatThrownBy(() -> ReadTorch.all(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("net.pth")
        .hasMessageContaining(reason);
  }

  private static TorchWriter writer() {
    return new TorchWriter()
        .storage("0", TorchWriter.floats(SIX))
        .view("x", View.of("FloatStorage", "0", 6, 0, new long[] {6}, 1));
  }

  private static byte[] root(TorchWriter writer) {
    return writer.dict(new PickleWriter()).op('.').toBytes();
  }

  private static PickleWriter keys(String... keys) {
    PickleWriter pickle = new PickleWriter().op(']', '(');
    for (String key : keys) {
      pickle.text(key);
    }
    return pickle.op('e', '.');
  }

  @Test
  void storagesThatDoNotGoWithThePickleAreRefused() throws IOException {
    byte[] root = root(writer());
    isRefused(writer().row(1, root, keys().toBytes()), "there is no storage \"0\"");
    isRefused(writer().row(1, root, keys("1").toBytes()), "that no tensor lies in");
    isRefused(
        writer().storage("1", TorchWriter.floats(SIX)).row(1, root, keys("0", "0").toBytes()),
        "the storage \"0\" twice");
    isRefused(
        writer().row(1, root, new PickleWriter().op('}', '.').toBytes()), "no list of storages");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 7, 1 << 30, Long.MAX_VALUE, Long.MIN_VALUE})
  void aLengthBeyondTheFileIsNotBelieved(long count) throws IOException {
    byte[] bytes = writer().toRow();
    int place = bytes.length - SIX.length * Float.BYTES - Long.BYTES;
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(place, count);
    isRefused(bytes, "ends at byte");
  }

  @Test
  void aLengthOfAnotherNumberIsRefused() throws IOException {
    byte[] bytes = writer().toRow();
    bytes[bytes.length - SIX.length * Float.BYTES - Long.BYTES] = 5;
    isRefused(bytes, "6 numbers where there are 5");
  }

  @Test
  void aStorageOfTwoTypesIsRefused() throws IOException {
    View wider = View.of("DoubleStorage", "0", 6, 0, new long[] {6}, 1);
    isRefused(writer().view("y", wider).toRow(), "the storage \"0\" is of two types");
  }

  @Test
  void theHighestByteFirstIsRefused() throws IOException {
    isRefused(writer().row(0, root(writer()), keys("0").toBytes()), "highest byte first");
  }

  @Test
  void aPartOfAStorageIsRefusedWithItsPlace() throws IOException {
    PickleWriter pickle = new PickleWriter().oldStorage("0", 6, '(', 'K', 1, 't').op('.');
    isRefused(
        writer().row(1, pickle.toBytes(), keys("0").toBytes()),
        "a storage that is a part of another");
  }

  @Test
  void whatNoTensorNeedsIsRefusedHereToo() throws IOException {
    PickleWriter pickle = new PickleWriter().global("os", "system").text("true").op(0x85, 'R');
    isRefused(writer().row(1, pickle.op('.').toBytes(), keys("0").toBytes()), "\"os.system\"");
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = writer().toRow();
    for (int length = 0; length < whole.length; length++) {
      isRefused(Arrays.copyOf(whole, length), "net.pth");
    }
  }

  @Test
  void damagedFilesGiveAResultOrATypedError() throws IOException {
    Path file = folder.resolve("damaged.pth");
    byte[] whole =
        writer()
            .tensor(TestTensors.of("conv.weight", SIX, 2, 3))
            .view("turned", View.of("FloatStorage", "0", 6, 0, new long[] {3, 2}, 1, 3))
            .toRow();

    Mutations.survives(whole, 5000, damaged -> ReadTorch.all(Files.write(file, damaged)));
  }
}
