package org.maskwright.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.problem.Problem;
import org.maskwright.protocol.wire.Refusal;
import org.maskwright.protocol.wire.ScoreGrid;
import org.maskwright.testing.Mutations;

/** Nothing that arrives is believed before it was looked at. */
class HostileMessagesTest {

  @TempDir private Path folder;

  @Test
  void planesOfAnotherLengthAreRefused() throws IOException {
    ByteString packed = Planes.pack(new byte[1000]);
    assertThat(Planes.unpack(packed, 1000)).hasSize(1000);
    for (int length : new int[] {0, 999, 1001}) {
      assertThatThrownBy(() -> Planes.unpack(packed, length)).isInstanceOf(DataException.class);
    }
    assertThatThrownBy(() -> Planes.unpack(ByteString.copyFromUtf8("junk"), 10))
        .isInstanceOf(DataException.class);
  }

  @Test
  void gridsOfImpossibleSizesAreRefused() throws IOException {
    ScoreGrid sound =
        ScoreGrid.newBuilder()
            .setRows(2)
            .setColumns(2)
            .setClasses(1)
            .setScores(Planes.pack(new float[] {1, 1, 1, 1}))
            .setSeenWidth(16)
            .setSeenHeight(16)
            .setStride(8)
            .setKernel(16)
            .setOffset(4)
            .build();
    assertThat(GridReadout.of(sound, 16, 16).at(8, 8)).containsExactly(1);
    ScoreGrid[] impossible = {
      sound.toBuilder().setRows(-1).build(),
      sound.toBuilder().setColumns(1 << 20).setRows(1 << 20).build(),
      sound.toBuilder().setStride(0).build(),
      sound.toBuilder().setSeenWidth(0).build(),
      sound.toBuilder().setClasses(1000).build(),
      sound.toBuilder().setRows(3).build()
    };
    for (ScoreGrid grid : impossible) {
      assertThatThrownBy(() -> GridReadout.of(grid, 16, 16)).isInstanceOf(DataException.class);
    }
  }

  @Test
  void problemCrossesTheWireAsItIsAndANonsensicalOneIsStillShown() {
    Problem problem = Problem.of(ProtocolProblem.CONTRACT_DIFFERS, "1.0", 2);
    Problem crossed = Refusals.problem(Refusals.wire(problem));
    assertThat(crossed.english()).isEqualTo(problem.english());
    assertThat(crossed.code().key()).isEqualTo("ProtocolProblem.CONTRACT_DIFFERS");
    Refusal odd = Refusal.newBuilder().setKey("../x").setSentence("{0,odd} it's\u0007").build();
    assertThat(Refusals.problem(odd).english()).isEqualTo("{0,odd} it's ");
    assertThat(Refusals.problem(odd).code().key()).isEqualTo("RemoteProblem.UNKNOWN");
  }

  @Test
  void damagedReadyFileIsRefusedWithAReason() throws IOException {
    Path file = ReadyFile.in(folder.resolve("engine"));
    new ReadyFile(1234, 5678, "1.0", Token.random()).write(file);
    assertThat(ReadyFile.read(file).orElseThrow().port()).isEqualTo(1234);
    Mutations.survives(
        Files.readAllBytes(file),
        300,
        damaged -> {
          Files.write(file, damaged);
          ReadyFile.read(file);
        });
  }
}
