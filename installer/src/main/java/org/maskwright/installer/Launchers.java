package org.maskwright.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How the launchers of an image start Java. */
final class Launchers {

  private static final String CLASS_PATH = "app.classpath=";

  private Launchers() {}

  /** The options of both; the window passes those about native code on to the engine. */
  static List<String> options(Part part, Platform platform) {
    String libraries = "$APPDIR/" + Part.LIBRARIES;
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Dfile.encoding=UTF-8",
                "-Djava.library.path=" + libraries,
                "-Dorg.bytedeco.javacpp.pathsFirst=true",
                "-Dorg.bytedeco.javacpp.cacheLibraries=false",
                "-Dorg.sqlite.lib.path=" + libraries,
                "-Dorg.sqlite.lib.name=" + platform.sqliteLibrary(),
                "-Djna.boot.library.path=" + libraries));
    if (part == Part.WINDOW) {
      options.add("-Dmaskwright.engine.classPath=$APPDIR/" + Part.ENGINE.jar());
    } else {
      options.add("-Djava.awt.headless=true");
    }
    return options;
  }

  /** What jpackage wants to know about a launcher beside the first. */
  static void describe(Part part, Platform platform, Path file) throws IOException {
    List<String> lines =
        List.of(
            "main-jar=" + part.jar(),
            "main-class=" + part.mainClass(),
            "win-console=true",
            "linux-shortcut=false",
            "java-options=" + String.join(" ", options(part, platform)));
    Files.write(file, lines);
  }

  /** jpackage puts every jar on every class path; a part sees its own and nothing else. */
  static void separate(Path image) throws IOException {
    for (Part part : Part.values()) {
      Path file = find(image, part.launcher() + ".cfg");
      String own = CLASS_PATH + "$APPDIR/" + part.jar();
      List<String> kept =
          Files.readAllLines(file).stream()
              .filter(line -> !line.startsWith(CLASS_PATH) || line.replace('\\', '/').equals(own))
              .toList();
      Files.write(file, kept);
    }
  }

  private static Path find(Path image, String name) throws IOException {
    try (Stream<Path> files = Files.walk(image)) {
      return files
          .filter(file -> file.endsWith(name))
          .findFirst()
          .orElseThrow(() -> new IOException("jpackage has written no " + name));
    }
  }
}
