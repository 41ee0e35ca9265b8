package org.maskwright.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a Maven and a Java that only say what they were asked for. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final List<String> TOOLS =
      List.of(
          "sh",
          "sed",
          "head",
          "ls",
          "find",
          "cat",
          "rm",
          "mv",
          "mkdir",
          "tee",
          "grep",
          "sleep",
          "dirname",
          "readlink");

  @TempDir Path folder;
  private Path home;
  private Path bin;

  /** What a start printed, both streams, and how it ended. */
  private record Run(int exitCode, String text) {}

  @BeforeEach
  void layOut() throws IOException {
    home = Files.createDirectories(folder.resolve("the 漢字 house"));
    Files.copy(Path.of("..", "..", "maskwright"), home.resolve("maskwright"));
    Files.createDirectories(source().resolveSibling("."));
    Files.writeString(source(), "class A {}");
    bin = Files.createDirectories(folder.resolve("bin"));
    for (String tool : TOOLS) {
      Path there = Path.of("/usr/bin", tool);
      Files.createSymbolicLink(
          bin.resolve(tool), Files.exists(there) ? there : Path.of("/bin", tool));
    }
    fakeJava("17.0.9");
    fake("javac", "exit 0");
    fake(
        "mvn",
        """
        if [ "$1" = -v ]; then echo "Apache Maven 3.8.7"; exit 0; fi
        echo "[INFO] Building Maskwright data 0.1.0   [2/3]"
        echo build >>builds
        mkdir -p target/dist/lib/engine
        : >target/dist/lib/engine/maskwright-network-0.1.0.jar
        mkdir -p target/dist/lib/app
        : >target/dist/lib/app/maskwright-app-0.1.0.jar
        """);
  }

  private Path source() {
    return home.resolve("engine/data/src/main/java/A.java");
  }

  private void fakeJava(String version) throws IOException {
    fake(
        "java",
        """
        if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026' >&2; exit 0; fi
        printf '%%s\\n' "$@"
        """
            .formatted(version));
  }

  private void fake(String name, String script) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Run start(Path launcher, String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", bin.toString()));
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), text);
  }

  private Run start(String... arguments) throws IOException, InterruptedException {
    return start(home.resolve("maskwright"), arguments);
  }

  private int builds() throws IOException {
    return Files.readAllLines(home.resolve("builds")).size();
  }

  @Test
  void theFirstStartBuildsAndSaysSo() throws IOException, InterruptedException {
    Run run = start("info", "a b");

    assertThat(run.exitCode()).isZero();
    assertThat(run.text())
        .contains("first start", "Maskwright data", "Built.")
        .contains("org.maskwright.network.Main\ninfo\na b\n");
  }

  @Test
  void theSecondStartDoesNotBuild() throws IOException, InterruptedException {
    start("info");
    Run second = start("info");

    assertThat(second.text()).startsWith("-Dfile.encoding").doesNotContain("Built");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void withoutArgumentsTheWindowStarts() throws IOException, InterruptedException {
    assertThat(start().text())
        .contains("lib/app/*\norg.maskwright.app.Launcher\n")
        .doesNotContain("headless");
  }

  @Test
  void aPathIsOpenedInTheWindow() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("my photos"));

    assertThat(start("./my photos").text())
        .contains("\norg.maskwright.app.Launcher\n./my photos\n");
    assertThat(start("./no photos").text()).contains("\norg.maskwright.network.Main\n./no photos");
    assertThat(start("info").text()).contains("\norg.maskwright.network.Main\ninfo\n");
  }

  @Test
  void whatJavaLearntAboutTheWindowIsUsedUntilTheNextBuild()
      throws IOException, InterruptedException {
    String learns = "-XX:ArchiveClassesAtExit=" + home.resolve("target/dist/window-17.jsa");
    assertThat(start().text()).contains(learns);
    Path learnt = Files.createFile(home.resolve("target/dist/window-17.jsa"));
    assertThat(start().text()).contains("-XX:SharedArchiveFile=" + learnt);
    Files.setLastModifiedTime(learnt, FileTime.from(Instant.now().minusSeconds(60)));

    assertThat(start().text()).contains(learns);
    assertThat(start("info").text()).doesNotContain("Archive");
  }

  @Test
  void aNewerSourceIsBuilt() throws IOException, InterruptedException {
    start("info");
    Files.setLastModifiedTime(source(), FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(start("info").text()).contains("sources have changed");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aSourceThatIsGoneIsNoticed() throws IOException, InterruptedException {
    start("info");
    Files.delete(source());
    Files.setLastModifiedTime(
        source().resolveSibling("."), FileTime.from(Instant.now().plusSeconds(5)));

    start("info");

    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void itIsFoundThroughASymbolicLink() throws IOException, InterruptedException {
    Path link = Files.createSymbolicLink(folder.resolve("mw"), Path.of("the 漢字 house/maskwright"));

    assertThat(start(link, "info").text())
        .contains(home.toRealPath() + "/target/dist/lib/engine/*");
  }

  @Test
  void aMissingMavenIsOneSentence() throws IOException, InterruptedException {
    Files.delete(bin.resolve("mvn"));

    assertThat(start("info"))
        .isEqualTo(
            new Run(
                1, "Building Maskwright needs Maven 3.8 or later. Install it and try again.\n"));
  }

  @Test
  void anOldJavaIsOneSentence() throws IOException, InterruptedException {
    fakeJava("11.0.2");

    assertThat(start("info"))
        .isEqualTo(
            new Run(1, "Maskwright needs a JDK, version 17 or later; java is version 11.\n"));
  }

  @Test
  void aFailedBuildIsTriedAgain() throws IOException, InterruptedException {
    fake(
        "mvn",
        "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.0' && exit 0\necho '[ERROR] odd'; exit 1");

    Run run = start("info");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.text()).contains("[ERROR] odd", "The build failed", "build.log");
    assertThat(start("info").text()).contains("The build failed");
  }
}
