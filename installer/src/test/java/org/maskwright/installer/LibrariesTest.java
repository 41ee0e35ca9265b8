package org.maskwright.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {

  private static final String OURS = "org/bytedeco/x/linux-x86_64/libx.so";

  @TempDir Path folder;

  private void jar(String place, String name, Map<String, String> entries) throws IOException {
    Path jar = Files.createDirectories(folder.resolve(place)).resolve(name);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
  }

  private Libraries libraries() {
    return new Libraries(folder.resolve("libraries"), Platform.LINUX_X64);
  }

  @Test
  void nativeCodeLiesBesideJarsThatHaveNone() throws IOException {
    jar("app", "x.jar", Map.of("X.class", "code", OURS, "native", "in/x.dll", "foreign"));

    assertThat(libraries().take(folder.resolve("app"))).containsExactly("x.jar");

    assertThat(folder.resolve("libraries/libx.so")).hasContent("native");
    assertThat(folder.resolve("libraries/x.dll")).doesNotExist();
    try (ZipFile jar = new ZipFile(folder.resolve("libraries/x.jar").toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName)).containsExactly("X.class");
    }
  }

  @Test
  void whatBothProgramsUseIsThereOnce() throws IOException {
    jar("app", "shared.jar", Map.of("S.class", "s"));
    jar("app", "window.jar", Map.of("W.class", "w"));
    jar("engine", "shared.jar", Map.of("S.class", "s"));
    jar("engine", "engine.jar", Map.of("E.class", "e"));

    List<String> window = libraries().take(folder.resolve("app"));
    List<String> engine = libraries().take(folder.resolve("engine"));

    assertThat(window).containsExactly("shared.jar", "window.jar");
    assertThat(engine).containsExactly("engine.jar", "shared.jar");
    try (Stream<Path> files = Files.list(folder.resolve("libraries"))) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void twoLibrariesOfOneNameAreRefused() throws IOException {
    jar("app", "a.jar", Map.of(OURS, "one"));
    jar("app", "b.jar", Map.of(OURS, "other"));

    assertThatThrownBy(() -> libraries().take(folder.resolve("app")))
        .hasMessageContaining("libx.so is there twice");
  }

  @Test
  void theLibraryThatIsKnownByTwoNamesHasBoth() throws IOException {
    Path library = folder.resolve("image/libopenblas.so.0");
    Files.createDirectories(folder.resolve("image"));
    Files.writeString(library, "native");

    Libraries.alias(folder);

    assertThat(folder.resolve("image/libopenblas_nolapack.so.0")).hasContent("native");
  }

  @Test
  void aPartNamesItsOwnLibrariesOnly() throws IOException {
    Part.ENGINE.write(folder, List.of("a.jar", "b.jar"));

    try (JarFile jar = new JarFile(folder.resolve("engine.jar").toFile())) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Class-Path"))
          .isEqualTo("libraries/a.jar libraries/b.jar");
    }
  }

  @Test
  void aLauncherSeesItsOwnPartOnly() throws IOException {
    Path configured = Files.createDirectories(folder.resolve("image/lib/app"));
    for (Part part : Part.values()) {
      Files.writeString(
          configured.resolve(part.launcher() + ".cfg"),
          """
          [Application]
          app.classpath=$APPDIR/window.jar
          app.classpath=$APPDIR/engine.jar
          app.classpath=$APPDIR/libraries/a.jar
          app.mainclass=org.X
          """);
    }

    Launchers.separate(folder.resolve("image"));

    assertThat(configured.resolve("maskwright-engine.cfg"))
        .hasContent("[Application]\napp.classpath=$APPDIR/engine.jar\napp.mainclass=org.X\n");
  }
}
