package org.maskwright.app.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.maskwright.app.Launcher;

/**
 * The command line of the window's measures. Each is taken in a program of its own, which keeps its
 * settings in a folder that is deleted afterwards.
 */
public final class Main {

  private static final String USAGE = "Usage: maskwright canvas-bench|window-bench [--json FILE]";
  private static final int FAILED = 1;
  private static final int SENSELESS = 2;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    List<String> given = List.of(arguments);
    if (given.size() == 3 && given.get(0).equals("inside")) {
      inside(given.get(1), Path.of(given.get(2)));
      System.exit(0);
    }
    boolean json = given.size() == 3 && given.get(1).equals("--json");
    if (given.size() != 1 && !json) {
      System.err.println(USAGE);
      System.exit(SENSELESS);
    }
    List<String> parts =
        switch (given.get(0)) {
          case "canvas-bench" -> List.of("canvas");
          case "window-bench" -> List.of("photos", "list");
          default -> List.of();
        };
    if (parts.isEmpty()) {
      System.err.println(USAGE);
      System.exit(SENSELESS);
    }
    System.exit(run(parts, json ? Optional.of(Path.of(given.get(2))) : Optional.empty()));
  }

  private static int run(List<String> parts, Optional<Path> file)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("maskwright-bench");
    try {
      BenchReport all = new BenchReport(System.out);
      for (String part : parts) {
        if (start(part, folder).waitFor() != 0) {
          return FAILED;
        }
        all.add(folder.resolve(part + ".json"));
      }
      if (file.isPresent()) {
        all.write(file.get());
      }
      return 0;
    } finally {
      delete(folder);
    }
  }

  /** The same program again, but away from the user's own settings. */
  private static Process start(String part, Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("prism.") || name.startsWith("glass."))
        .sorted()
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    // The toolkit reads it when it starts: frames then follow each other without a wait.
    command.add("-Djavafx.animation.fullspeed=true");
    String classPath = System.getProperty("java.class.path", "") + File.pathSeparator;
    command.addAll(List.of("-cp", classPath, Main.class.getName(), "inside", part, "" + folder));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("MASKWRIGHT_HOME", folder.resolve("user").toString());
    return builder.start();
  }

  private static void inside(String part, Path folder)
      throws IOException, InterruptedException, ExecutionException {
    Launcher.keepToolkitQuiet();
    BenchReport report = new BenchReport(System.out);
    if (part.equals("canvas")) {
      Platform.startup(() -> Platform.setImplicitExit(false));
      new CanvasBench(report).run(folder);
    } else if (part.equals("photos")) {
      new WindowBench(report, folder).photos();
    } else {
      new WindowBench(report, folder).list();
    }
    report.write(folder.resolve(part + ".json"));
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
