package org.maskwright.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskwright.data.problem.DataException;
import org.maskwright.data.task.Progress;
import org.maskwright.testing.Mutations;

class ZipFolderTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"../evil.txt", "a/../../evil.txt", "/evil.txt", "..\\evil.txt", "C:evil"})
  void namesThatLeadOutAreRefused(String name) throws IOException {
    Path zip = zip(name, 10);
    Path target = Files.createDirectories(folder.resolve("deep/target"));

    assertProblem(zip, target, FormatProblem.UNSAFE_NAME);
    assertThat(ZipFolder.files(folder)).containsExactly(zip);
  }

  @Test
  void whatWasPackedIsComparedWithTheFolder() throws IOException {
    Path zip = zip("a/b.txt", 1000);
    Path same = Files.createDirectories(folder.resolve("same"));
    ZipFolder.unpack(zip, same, Progress.NONE);
    Path changed = Files.createDirectories(folder.resolve("changed"));
    Files.createDirectory(changed.resolve("a"));
    Files.write(changed.resolve("a/b.txt"), new byte[999]);
    Path more = Files.createDirectories(folder.resolve("more"));

    ZipFolder.verify(zip, same, Files.createDirectory(folder.resolve("1")), Progress.NONE);
    assertNotVerified(zip, changed, Files.createDirectory(folder.resolve("2")));
    assertNotVerified(zip, more, Files.createDirectory(folder.resolve("3")));
  }

  private static void assertNotVerified(Path zip, Path packed, Path scratch) {
    assertThatThrownBy(() -> ZipFolder.verify(zip, packed, scratch, Progress.NONE))
        .isInstanceOfSatisfying(
            DataException.class,
            e -> assertThat(e.problem().code()).isEqualTo(FormatProblem.ZIP_NOT_VERIFIED));
  }

  @Test
  void bombsAreStopped() throws IOException {
    Path zip = zip("zeros", 400 << 20);

    assertProblem(zip, Files.createDirectory(folder.resolve("target")), FormatProblem.ZIP_BOMB);
  }

  @Test
  void damagedFilesGiveAResultOrATypedError() throws IOException {
    byte[] healthy = Files.readAllBytes(zip("a/b.txt", 1000));
    Path damagedZip = folder.resolve("damaged.zip");

    Mutations.survives(
        healthy,
        1000,
        damaged -> {
          Files.write(damagedZip, damaged);
          Path target = Files.createDirectories(folder.resolve("damaged"));
          try {
            ZipFolder.unpack(damagedZip, target, Progress.NONE);
          } finally {
            FolderTree.delete(target);
          }
        });
  }

  private Path zip(String name, int size) throws IOException {
    Path file = folder.resolve("some.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(name));
      byte[] zeros = new byte[Math.min(size, 1 << 20)];
      for (int written = 0; written < size; written += zeros.length) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    return file;
  }

  private static void assertProblem(Path zip, Path target, FormatProblem expected) {
    assertThatThrownBy(() -> ZipFolder.unpack(zip, target, Progress.NONE))
        .isInstanceOfSatisfying(
            DataException.class, e -> assertThat(e.problem().code()).isEqualTo(expected));
  }
}
