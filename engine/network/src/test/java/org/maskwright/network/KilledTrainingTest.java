package org.maskwright.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maskwright.data.io.AtomicFile;

/** A training whose process is killed outright, while it writes a checkpoint. */
class KilledTrainingTest {

  @TempDir Path folder;

  private List<String> arguments() throws IOException {
    Path model = TinyFiles.model(folder.resolve("start.mwmodel"), "ground", "thing");
    Path voc = TinyFiles.voc(folder.resolve("voc"), 12, 1);
    return List.of(
        "train",
        "--model=" + model,
        "--data=" + voc,
        "--out=" + folder.resolve("run"),
        "--epochs=3",
        "--batch=2",
        "--crop=33",
        "--checkpoint-every=1");
  }

  private boolean isWriting() throws IOException {
    Path run = folder.resolve("run");
    if (!Files.exists(run.resolve("checkpoint.bin"))) {
      return false;
    }
    try (Stream<Path> files = Files.list(run)) {
      return files.anyMatch(AtomicFile::isTemporary);
    }
  }

  @Test
  @Timeout(120)
  void theLastCheckpointIsKeptAndTheTrainingGoesOn() throws IOException, InterruptedException {
    List<String> arguments = arguments();
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.maskwright.network.Main"),
                        arguments.stream())
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    while (process.isAlive() && !isWriting()) {
      Thread.onSpinWait();
    }
    assertThat(process.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
    process.destroyForcibly();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

    CommandRun resumed =
        CommandRun.of(Stream.concat(arguments.stream(), Stream.of("--resume")).toArray());

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.out()).contains("Done after 3 epochs.");
    assertThat(Files.readAllLines(folder.resolve("run/metrics.jsonl"))).hasSize(3);
  }
}
