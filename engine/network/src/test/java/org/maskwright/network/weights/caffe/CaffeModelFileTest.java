package org.maskwright.network.weights.caffe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.problem.DataException;
import org.maskwright.network.weights.Shape;
import org.maskwright.network.weights.Tensor;
import org.maskwright.network.weights.caffe.CaffeWriter.Message;
import org.maskwright.testing.Mutations;

class CaffeModelFileTest {

  private static final float[] VALUES = {1, -2.5f, 3, 4, 5, 6e-5f};

  @TempDir Path folder;

  @Test
  void aLayerOfTodayIsRead() throws IOException {
    Path file =
        saved(
            new CaffeWriter()
                .layer("data")
                .layer(
                    "conv1_1",
                    new Message().message(7, CaffeWriter.shape(3, 2)).packedFloats(5, VALUES),
                    new Message().message(7, CaffeWriter.shape(1)).packedFloats(5, 7)));

    try (CaffeModelFile read = CaffeModelFile.open(file)) {
      assertThat(read.metadata()).containsEntry("name", "a net");
      assertThat(read.tensors()).containsOnlyKeys("conv1_1.weight", "conv1_1.bias");
      assertThat(read.tensor("conv1_1.weight").shape()).isEqualTo(Shape.of(3, 2));
      assertThat(read.tensor("conv1_1.weight").toArray()).isEqualTo(VALUES);
      assertThat(read.tensor("conv1_1.bias").toArray()).containsExactly(7);
    }
  }

  @Test
  void aLegacyLayerHasFourSizes() throws IOException {
    Message blob = new Message().varint(1, 1).varint(2, 1).varint(3, 3).varint(4, 2);
    Path file = saved(new CaffeWriter().legacyLayer("fc6", blob.packedFloats(5, VALUES)));

    try (CaffeModelFile read = CaffeModelFile.open(file)) {
      assertThat(read.tensor("fc6.weight").shape()).isEqualTo(Shape.of(1, 1, 3, 2));
      assertThat(read.tensor("fc6.weight").toArray()).isEqualTo(VALUES);
    }
  }

  @Test
  void numbersMayStandOneByOneOrBeDoubles() throws IOException {
    CaffeWriter writer =
        new CaffeWriter()
            .layer("single", shaped().singleFloats(5, VALUES))
            .layer("doubles", shaped().packedDoubles(8, VALUES))
            .layer("singleDoubles", shaped().singleDoubles(8, VALUES))
            .layer("pieces", shaped().packedFloats(5, 1, -2.5f).singleFloats(5, 3, 4, 5, 6e-5f));

    try (CaffeModelFile read = CaffeModelFile.open(saved(writer))) {
      for (Tensor tensor : read.tensors().values()) {
        assertThat(tensor.toArray()).as(tensor.name()).isEqualTo(VALUES);
      }
      assertThat(read.tensors()).hasSize(4);
    }
  }

  @Test
  void aPieceIsReadAcrossRuns() throws IOException {
    Message blob = shaped().packedFloats(5, 1, -2.5f).singleFloats(5, 3, 4, 5, 6e-5f);

    try (CaffeModelFile read = CaffeModelFile.open(saved(new CaffeWriter().layer("x", blob)))) {
      FloatBuffer piece = FloatBuffer.allocate(3);
      read.tensor("x.weight").source().read(1, piece);
      assertThat(piece.array()).containsExactly(-2.5f, 3, 4);
    }
  }

  @Test
  void gradientsAreSkipped() throws IOException {
    Message blob = shaped().packedFloats(6, 9, 9, 9).packedFloats(5, VALUES).packedDoubles(9, 9);

    try (CaffeModelFile read = CaffeModelFile.open(saved(new CaffeWriter().layer("x", blob)))) {
      assertThat(read.tensor("x.weight").toArray()).isEqualTo(VALUES);
    }
  }

  @Test
  void aShapeThatItsNumbersDoNotFillIsRefused() throws IOException {
    Path file = saved(new CaffeWriter().layer("x", shaped().packedFloats(5, 1, 2)));

    assertThatThrownBy(() -> CaffeModelFile.open(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("shape [2, 3] has 2 numbers");
  }

  @Test
  void anImpossibleShapeIsRefused() throws IOException {
    Message blob = new Message().message(7, CaffeWriter.shape(1L << 40, 1L << 40));
    Path file = saved(new CaffeWriter().layer("x", blob));

    assertThatThrownBy(() -> CaffeModelFile.open(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("is refused");
  }

  @Test
  void twoLayersOfOneNameAreRefused() throws IOException {
    Path file =
        saved(
            new CaffeWriter()
                .layer("x", shaped().packedFloats(5, VALUES))
                .layer("x", shaped().packedFloats(5, VALUES)));

    assertThatThrownBy(() -> CaffeModelFile.open(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("\"x.weight\"");
  }

  @Test
  void aFileWithoutWeightsIsRefused() throws IOException {
    Path file = saved(new CaffeWriter().layer("data"));

    assertThatThrownBy(() -> CaffeModelFile.open(file))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("no layer with weights");
  }

  @Test
  void everyTruncationWithinALayerIsRefused() throws IOException {
    byte[] whole = new CaffeWriter().layer("x", shaped().packedFloats(5, VALUES)).toBytes();
    Path file = folder.resolve("short.caffemodel");
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> CaffeModelFile.open(file)).isInstanceOf(DataException.class);
    }
  }

  @Test
  void damagedFilesGiveAResultOrATypedError() throws IOException {
    byte[] whole =
        new CaffeWriter()
            .layer("conv", shaped().packedFloats(5, VALUES), shaped().singleFloats(5, VALUES))
            .legacyLayer("old", shaped().singleDoubles(8, VALUES))
            .toBytes();
    Path file = folder.resolve("damaged.caffemodel");

    Mutations.survives(
        whole,
        1000,
        damaged -> {
          Files.write(file, damaged);
          try (CaffeModelFile read = CaffeModelFile.open(file)) {
            for (Tensor tensor : read.tensors().values()) {
              tensor.toArray();
            }
          }
        });
  }

  private static Message shaped() {
    return new Message().message(7, CaffeWriter.shape(2, 3));
  }

  private Path saved(CaffeWriter writer) throws IOException {
    return Files.write(folder.resolve("net.caffemodel"), writer.toBytes());
  }
}
