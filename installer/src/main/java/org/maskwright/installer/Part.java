package org.maskwright.installer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * One of the two programs of the product. Both share a folder of libraries, and must not see each
 * other's; so each has a jar that holds nothing but the names of its own.
 */
enum Part {
  WINDOW("maskwright", "window.jar", "org.maskwright.app.Launcher"),
  ENGINE("maskwright-engine", "engine.jar", "org.maskwright.network.Main");

  /** Beside the jars of the parts. */
  static final String LIBRARIES = "libraries";

  private final String launcher;
  private final String jar;
  private final String mainClass;

  Part(String launcher, String jar, String mainClass) {
    this.launcher = launcher;
    this.jar = jar;
    this.mainClass = mainClass;
  }

  String launcher() {
    return launcher;
  }

  String jar() {
    return jar;
  }

  String mainClass() {
    return mainClass;
  }

  void write(Path folder, List<String> libraries) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, mainClass);
    main.put(
        Attributes.Name.CLASS_PATH,
        libraries.stream().map(name -> LIBRARIES + "/" + name).collect(Collectors.joining(" ")));
    try (OutputStream file = Files.newOutputStream(folder.resolve(jar));
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.finish();
    }
  }
}
