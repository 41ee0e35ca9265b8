package org.maskwright.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes the image and the package of the platform that it runs on. */
public final class Main {

  /**
   * Java's own modules that the program and its libraries use. They are named here since the
   * libraries are no modules, and what they reach by reflection nobody can compute.
   */
  private static final List<String> MODULES =
      List.of(
          "java.desktop",
          "java.instrument",
          "java.logging",
          "java.management",
          "java.naming",
          "java.net.http",
          "java.scripting",
          "java.sql",
          "java.xml",
          "jdk.charsets",
          "jdk.crypto.ec",
          "jdk.localedata",
          "jdk.management",
          "jdk.unsupported",
          "jdk.zipfs");

  private final Path dist;
  private final Path target;
  private final Path scripts;
  private final String version;
  private final Platform platform =
      Platform.of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));

  private Main(Path dist, Path target, String version, Path scripts) {
    this.scripts = scripts;
    this.dist = dist;
    this.target = target;
    this.version = version;
  }

  /** Called by the build: the class paths' folder, the results', the version, the scripts'. */
  public static void main(String[] arguments) throws IOException {
    Main main =
        new Main(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], Path.of(arguments[3]));
    main.layOut();
    main.linkRuntime();
    main.makeImage();
    main.makePackage();
  }

  private Path input() {
    return target.resolve("input");
  }

  private Path image() {
    String name = Part.WINDOW.launcher();
    boolean bundle = platform.packageType().equals("dmg");
    return target.resolve("image").resolve(bundle ? name + ".app" : name);
  }

  private void layOut() throws IOException {
    for (String old : List.of("input", "runtime", "image", "package")) {
      delete(target.resolve(old));
    }
    Libraries libraries = new Libraries(input().resolve(Part.LIBRARIES), platform);
    List<String> window = libraries.take(dist.resolve("app"));
    List<String> engine = libraries.take(dist.resolve("engine"));
    Part.WINDOW.write(input(), window);
    Part.ENGINE.write(input(), engine);
  }

  private void linkRuntime() throws IOException {
    Tool.run(
        "jlink",
        List.of(
            "--output",
            target.resolve("runtime").toString(),
            "--add-modules",
            String.join(",", MODULES),
            // The languages of the window; without it, every one that Java knows.
            "--include-locales=en,zh,ko",
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--compress=2"));
  }

  private void makeImage() throws IOException {
    Path engine = target.resolve("engine.properties");
    Launchers.describe(Part.ENGINE, platform, engine);
    List<String> arguments = new ArrayList<>(about("app-image", "image"));
    arguments.addAll(
        List.of(
            "--input",
            input().toString(),
            "--runtime-image",
            target.resolve("runtime").toString(),
            "--main-jar",
            Part.WINDOW.jar(),
            "--main-class",
            Part.WINDOW.mainClass(),
            "--add-launcher",
            Part.ENGINE.launcher() + "=" + engine));
    for (String option : Launchers.options(Part.WINDOW, platform)) {
      arguments.addAll(List.of("--java-options", option));
    }
    Tool.run("jpackage", arguments);
    Launchers.separate(image());
    Libraries.alias(image());
  }

  private void makePackage() throws IOException {
    List<String> arguments = new ArrayList<>(about(platform.packageType(), "package"));
    arguments.addAll(List.of("--app-image", image().toString()));
    if (platform.packageType().equals("deb")) {
      arguments.addAll(List.of("--resource-dir", scripts.toString()));
      arguments.addAll(
          List.of("--linux-shortcut", "--linux-menu-group", "Graphics", "--linux-app-category"));
      arguments.add("graphics");
    } else if (platform.packageType().equals("msi")) {
      arguments.addAll(List.of("--win-menu", "--win-shortcut", "--win-per-user-install"));
    }
    Tool.run("jpackage", arguments);
  }

  private List<String> about(String type, String folder) {
    return List.of(
        "--type",
        type,
        "--dest",
        target.resolve(folder).toString(),
        "--name",
        Part.WINDOW.launcher(),
        "--app-version",
        version,
        "--vendor",
        "The Maskwright authors",
        "--description",
        "A desktop workbench for semantic segmentation");
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
