package org.maskwright.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of its own that tells how much memory it holds. Its heap is wholly taken from the
 * start: what grows is native memory, and nobody else's.
 */
public final class MeasuredProcess {

  private MeasuredProcess() {}

  /** Runs a class of this module's tests, with files in a folder, and returns the lines it says. */
  public static List<String> lines(Path folder, String heap, Class<?> main, String argument)
      throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    Path trouble = folder.resolve("trouble");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms" + heap, "-Xmx" + heap, "-XX:+AlwaysPreTouch"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(main.getName(), argument));
    ProcessBuilder program = new ProcessBuilder(command);
    // Several threads that wait for each other in a loop take for ever on a busy machine.
    program.environment().put("OMP_NUM_THREADS", "1");
    Process process = program.redirectError(trouble.toFile()).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor()).as(Files.readString(trouble)).isZero();
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(said);
  }
}
