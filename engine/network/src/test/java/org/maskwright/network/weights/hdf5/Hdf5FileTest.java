package org.maskwright.network.weights.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.TestTensors;

class Hdf5FileTest {

  @TempDir Path folder;

  private Path saved(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("net.h5"), bytes);
  }

  @Test
  void arraysAreFoundInGroupsOfGroups() throws IOException {
    Hdf5Writer writer = new Hdf5Writer();
    for (int i = 0; i < 30; i++) {
      writer.array("group" + i % 3 + "/inner/array" + i, TestTensors.counted("x" + i, 2, i + 1));
    }

    try (Hdf5File read = Hdf5File.open(saved(writer.toBytes()))) {
      assertThat(read.arrays())
          .containsOnlyKeys(
              IntStream.range(0, 30)
                  .mapToObj(i -> "group" + i % 3 + "/inner/array" + i)
                  .toArray(String[]::new));
      Tensor array = Objects.requireNonNull(read.arrays().get("group2/inner/array29"));
      assertThat(array.shape()).isEqualTo(Shape.of(2, 30));
      assertThat(array.toArray()).isEqualTo(TestTensors.counted("x29", 2, 30).toArray());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8})
  void otherFloatsAreRead(int size) throws IOException {
    ByteBuffer data = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    if (size == 8) {
      data.putDouble(-1.5);
    } else {
      data.putShort((short) 0xBE00);
    }
    Hdf5Writer writer = new Hdf5Writer();
    long address = writer.data(data.array());
    writer.object(
        "x", Hdf5Writer.space(1), Hdf5Writer.floats(size), Hdf5Writer.contiguous(address, size));

    try (Hdf5File read = Hdf5File.open(saved(writer.toBytes()))) {
      assertThat(Objects.requireNonNull(read.arrays().get("x")).toArray()).containsExactly(-1.5f);
    }
  }

  @Test
  void textsAndCountersAreLeftOut() throws IOException {
    Hdf5Writer writer = new Hdf5Writer().array("x", TestTensors.counted("x", 3));
    for (int kind : new int[] {0x10, 0x13, 0x19}) {
      writer.object(
          "other" + kind,
          Hdf5Writer.space(1),
          Hdf5Writer.type(kind, 0, 8, 0),
          Hdf5Writer.contiguous(96, 8));
    }

    try (Hdf5File read = Hdf5File.open(saved(writer.toBytes()))) {
      assertThat(read.arrays()).containsOnlyKeys("x");
    }
  }

  /** The file is h5py's own; docs/benchmarks/foreign_files.py made it. */
  @Test
  void whatHdf5ItselfWroteIsRead() throws IOException {
    try (InputStream in = Hdf5FileTest.class.getResourceAsStream("keras.h5")) {
      Path file = saved(Objects.requireNonNull(in).readAllBytes());
      try (Hdf5File read = Hdf5File.open(file)) {
        assertThat(read.arrays())
            .containsOnlyKeys("conv/conv/kernel:0", "conv/conv/bias:0", "dense/dense_W_1:0");
        Tensor kernel = Objects.requireNonNull(read.arrays().get("conv/conv/kernel:0"));
        assertThat(kernel.shape()).isEqualTo(Shape.of(1, 2, 3, 4));
        assertThat(kernel.toArray()[23]).isEqualTo(23.5f);
        assertThat(Objects.requireNonNull(read.arrays().get("dense/dense_W_1:0")).toArray())
            .containsExactly(1, 2, 3, 4);
      }
    }
  }
}
