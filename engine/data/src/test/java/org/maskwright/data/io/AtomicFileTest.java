package org.maskwright.data.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir Path folder;

  @Test
  void replacesTheWholeContent() throws IOException {
    Path file = Files.writeString(folder.resolve("名前.txt"), "a longer old content");

    AtomicFile.write(RealDisk.INSTANCE, file, new byte[] {'n', 'e', 'w'});

    assertThat(file).hasContent("new");
    assertOnly(file);
  }

  @Test
  void keepsTheOldContentWhenWritingFails() throws IOException {
    Path file = Files.writeString(folder.resolve("mask.png"), "old");

    assertThatIOException()
        .isThrownBy(
            () ->
                AtomicFile.write(
                    RealDisk.INSTANCE,
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("disk full");
                    }))
        .withMessage("disk full");

    assertThat(file).hasContent("old");
    assertOnly(file);
  }

  private void assertOnly(Path file) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
