package org.maskwright.network.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {

  @TempDir private Path folder;

  @Test
  void fullLogBecomesTheOldOneAndTheOneBeforeGoes() throws IOException {
    try (RotatingLog log = new RotatingLog(folder, 10)) {
      for (String line : new String[] {"first..\n", "second.\n", "third..\n"}) {
        log.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(folder.resolve("engine.log")).hasContent("third..\n");
    assertThat(folder.resolve("engine.old.log")).hasContent("second.\n");
    assertThat(folder).isDirectoryNotContaining(f -> f.toString().contains("first"));
  }
}
