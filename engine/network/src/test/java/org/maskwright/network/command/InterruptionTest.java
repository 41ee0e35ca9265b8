package org.maskwright.network.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {

  @TempDir Path folder;

  /** Windows has no way to ask a process to end that Java could use. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  @Timeout(60)
  void theProgramTidiesUpBeforeItEnds() throws IOException, InterruptedException {
    Path halfWritten = folder.resolve("half");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessWork.class.getName(),
                halfWritten.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(program.getInputStream(), UTF_8))) {
      assertThat(out.readLine()).isEqualTo("working");
      assertThat(halfWritten).exists();

      program.destroy();

      assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(program.exitValue()).isNotZero();
      assertThat(halfWritten).doesNotExist();
    } finally {
      program.destroyForcibly();
    }
  }
}
