package org.maskwright.network.weights.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TestTensors;
import org.maskwright.network.weights.torch.TorchWriter.View;

class TorchFileTest {

  private static final float[] SIX = {1, 2.5f, -3, 4, 5, 6};

  @TempDir Path folder;

  private Path saved(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("net.pth"), bytes);
  }

  @Test
  void tensorsAreFoundByName() throws IOException {
    Tensor large = TestTensors.counted("large", 300, 1001);
    TorchWriter writer =
        new TorchWriter().tensor(TestTensors.of("features.0.weight", SIX, 2, 3)).tensor(large);

    try (TorchFile read = TorchFile.open(saved(writer.toBytes()))) {
      assertThat(read.tensors()).containsOnlyKeys("features.0.weight", "large");
      assertThat(read.tensor("features.0.weight").shape()).isEqualTo(Shape.of(2, 3));
      assertThat(read.tensor("features.0.weight").toArray()).isEqualTo(SIX);
      assertThat(read.tensor("large").toArray()).isEqualTo(large.toArray());
    }
  }

  @ParameterizedTest
  @CsvSource({"HalfStorage,2", "BFloat16Storage,2", "DoubleStorage,8"})
  void otherFloatsAreRead(String storageClass, int size) throws IOException {
    ByteBuffer data = ByteBuffer.allocate(2 * size).order(ByteOrder.LITTLE_ENDIAN);
    switch (storageClass) {
      case "DoubleStorage" -> data.putDouble(-1.5).putDouble(256);
      case "HalfStorage" -> data.putShort((short) 0xBE00).putShort((short) 0x5C00);
      default -> data.putShort((short) 0xBFC0).putShort((short) 0x4380);
    }
    TorchWriter writer =
        new TorchWriter()
            .storage("0", data.array())
            .view("x", View.of(storageClass, "0", 2, 0, new long[] {2}, 1));

    try (TorchFile read = TorchFile.open(saved(writer.toBytes()))) {
      assertThat(read.tensor("x").toArray()).containsExactly(-1.5f, 256);
    }
  }

  @Test
  void countersStayInTheListButAreNoWeights() throws IOException {
    TorchWriter writer =
        new TorchWriter()
            .storage("0", new byte[8])
            .view("bn1.num_batches_tracked", View.of("LongStorage", "0", 1, 0, new long[0]));

    try (TorchFile read = TorchFile.open(saved(writer.toBytes()))) {
      assertThatThrownBy(() -> read.tensor("bn1.num_batches_tracked").toArray())
          .isInstanceOf(DataException.class)
          .hasMessageContaining("I64");
    }
  }

  @Test
  void viewsOfOneStorageAreToldApart() throws IOException {
    TorchWriter writer =
        new TorchWriter()
            .storage("0", TorchWriter.floats(SIX))
            .view("whole", floats(0, new long[] {2, 3}, 3, 1))
            .view("turned", floats(0, new long[] {3, 2}, 1, 3))
            .view("tail", floats(4, new long[] {2}, 1))
            .view("column", floats(1, new long[] {2, 1}, 3, 1))
            .view("scalar", floats(2, new long[0]));

    try (TorchFile read = TorchFile.open(saved(writer.toBytes()))) {
      assertThat(read.tensor("whole").toArray()).isEqualTo(SIX);
      assertThat(read.tensor("turned").toArray()).containsExactly(1, 4, 2.5f, 5, -3, 6);
      assertThat(read.tensor("tail").toArray()).containsExactly(5, 6);
      assertThat(read.tensor("column").toArray()).containsExactly(2.5f, 5);
      assertThat(read.tensor("scalar").toArray()).containsExactly(-3);
    }
  }

  @Test
  void whatWasSavedBeforeThereWereZipsIsRead() throws IOException {
    Tensor large = TestTensors.counted("large", 300, 1001);
    TorchWriter writer =
        new TorchWriter()
            .storage("94", new byte[8])
            .view("counter", View.of("LongStorage", "94", 1, 0, new long[0]))
            .tensor(large)
            .storage("0", TorchWriter.floats(SIX))
            .view("turned", floats(0, new long[] {3, 2}, 1, 3))
            .view("tail", floats(4, new long[] {2}, 1));

    try (TorchFile read = TorchFile.open(saved(writer.toRow()))) {
      assertThat(read.tensors()).containsOnlyKeys("counter", "large", "turned", "tail");
      assertThat(read.tensor("large").toArray()).isEqualTo(large.toArray());
      assertThat(read.tensor("turned").toArray()).containsExactly(1, 4, 2.5f, 5, -3, 6);
      assertThat(read.tensor("tail").toArray()).containsExactly(5, 6);
    }
  }

  @Test
  void whatPython2SavedIsRead() throws IOException {
    PickleWriter pickle = new PickleWriter().global("collections", "OrderedDict").op(']', '(');
    pickle.op(']').oldText("old").op('a').global("torch._utils", "_rebuild_tensor").op('(');
    pickle.oldStorage("7", 6, 'N').op('K', 2).op('K', 2, 0x85).op('K', 1, 0x85);
    pickle.op('t', 'R', 'a');
    pickle.op(']').oldText("own").op('a').global("torch.nn.parameter", "Parameter");
    pickle.global("torch._utils", "_rebuild_tensor").op('(').oldStorage("7", 6);
    pickle.op('K', 5).op('K', 1, 0x85).op('K', 1, 0x85).op('t', 'R', 0x88, 0x86, 'R', 'a');
    pickle.op('e', 0x85, 'R', '.');
    PickleWriter keys = new PickleWriter().op(']').oldText("7").op('a', '.');
    TorchWriter writer = new TorchWriter().storage("7", TorchWriter.floats(SIX));

    try (TorchFile read = TorchFile.open(saved(writer.row(1, pickle.toBytes(), keys.toBytes())))) {
      assertThat(read.tensors()).containsOnlyKeys("old", "own");
      assertThat(read.tensor("old").toArray()).containsExactly(-3, 4);
      assertThat(read.tensor("own").toArray()).containsExactly(6);
    }
  }

  @ParameterizedTest
  @CsvSource({"state_dict", "model", "model_state_dict"})
  void aCheckpointsWeightsAreTakenOutOfIt(String wrapper) throws IOException {
    TorchWriter writer = new TorchWriter().tensor(TestTensors.of("conv.weight", SIX, 6));
    PickleWriter pickle = new PickleWriter().op('}', '(').text("epoch").number(90).text(wrapper);
    writer.dict("module.", pickle);
    pickle.text("best").real(76.1).text("lr").op(']', '(').real(0.1).op('N', 'e').text("odd");
    pickle.op('}').number(3).op(0x88, 's', 'u', '.');

    try (TorchFile read = TorchFile.open(saved(writer.with(pickle.toBytes())))) {
      assertThat(read.tensors()).containsOnlyKeys("conv.weight");
      assertThat(read.tensor("conv.weight").toArray()).isEqualTo(SIX);
    }
  }

  @Test
  void aParameterIsTheTensorInIt() throws IOException {
    PickleWriter pickle = new PickleWriter().op('}').text("w");
    pickle.global("torch._utils", "_rebuild_parameter").op('(');
    pickle.tensor(floats(0, new long[] {6}, 1)).op(0x88).orderedDict().op('t', 'R', 's', '.');
    TorchWriter writer = new TorchWriter().storage("0", TorchWriter.floats(SIX));

    try (TorchFile read = TorchFile.open(saved(writer.with(pickle.toBytes())))) {
      assertThat(read.tensor("w").toArray()).isEqualTo(SIX);
    }
  }

  /** The files are PyTorch's own; docs/benchmarks/foreign_files.py made them. */
  @ParameterizedTest
  @ValueSource(strings = {"torch_save.pth", "torch_save_before_1.6.pth"})
  void whatPyTorchItselfWroteIsRead(String name) throws IOException {
    try (InputStream in = TorchFileTest.class.getResourceAsStream(name)) {
      Path file = saved(Objects.requireNonNull(in).readAllBytes());
      try (TorchFile read = TorchFile.open(file)) {
        assertThat(read.tensors())
            .containsOnlyKeys(
                "conv.weight", "shared.0", "shared.1", "half", "bn.num_batches_tracked");
        assertThat(read.tensor("conv.weight").shape()).isEqualTo(Shape.of(2, 3, 2, 2));
        float[] counted = new float[24];
        for (int i = 0; i < counted.length; i++) {
          counted[i] = i;
        }
        assertThat(read.tensor("conv.weight").toArray()).isEqualTo(counted);
        assertThat(read.tensor("shared.0").toArray()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(read.tensor("shared.1").toArray()).containsExactly(6, 8, 10, 7, 9, 11);
        assertThat(read.tensor("half").toArray()).containsExactly(1.5f, -2);
      }
    }
  }

  private static View floats(long offset, long[] sizes, long... strides) {
    return View.of("FloatStorage", "0", 6, offset, sizes, strides);
  }
}
