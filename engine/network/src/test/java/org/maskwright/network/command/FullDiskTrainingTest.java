package org.maskwright.network.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.Disk;
import org.maskwright.network.TinyFiles;
import org.maskwright.testing.ForgetfulDisk;
import picocli.CommandLine;

/** A training that finds no room for its state says so, whatever it was about to write. */
class FullDiskTrainingTest {

  @TempDir Path folder;

  private final StringWriter err = new StringWriter();

  private int train(Disk disk) throws IOException {
    Path model = TinyFiles.model(folder.resolve("m.mwmodel"), "ground", "thing");
    Path voc = TinyFiles.voc(folder.resolve("voc"), 4, 1);
    return new CommandLine(new TrainCommand(disk))
        .setExecutionExceptionHandler(new Failures(new FailureLog(folder)))
        .setErr(new PrintWriter(err, true))
        .setOut(new PrintWriter(new StringWriter()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(
            "--model",
            model.toString(),
            "--data",
            voc.toString(),
            "--out",
            run().toString(),
            "--epochs",
            "1",
            "--batch",
            "2",
            "--crop",
            "33");
  }

  private Path run() {
    return folder.resolve("run");
  }

  private void assertTold(int code) {
    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains("could not be written to " + run(), "No space left on device", "Make room")
        .doesNotContain("unexpected");
  }

  @Test
  void noRoomForTheStartModel() throws IOException {
    ForgetfulDisk disk = new ForgetfulDisk();
    disk.setRoom(100);

    assertTold(train(disk));
    assertThat(disk.exists(run().resolve("start.mwmodel"))).isFalse();
  }

  @Test
  void noRoomForTheBestModel() throws IOException {
    ForgetfulDisk disk = new ForgetfulDisk();
    TinyFiles.model(folder.resolve("m.mwmodel"), "ground", "thing");
    disk.setRoom(Files.size(folder.resolve("m.mwmodel")) + 100);

    assertTold(train(disk));
    assertThat(disk.exists(run().resolve("start.mwmodel"))).isTrue();
    assertThat(disk.exists(run().resolve("best.mwmodel"))).isFalse();
  }
}
