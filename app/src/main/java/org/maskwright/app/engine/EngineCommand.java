package org.maskwright.app.engine;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.maskwright.data.problem.DataException;

/**
 * How the engine's program is started: with so much memory and so many threads that the window
 * always has a core and some memory for itself, and with a lower priority where the system knows
 * such a thing.
 *
 * @param classPath of the engine
 * @param cores of the machine
 * @param memoryBytes of the machine
 * @param surroundings variables of the environment that it gets beside the window's own
 */
public record EngineCommand(
    String classPath, int cores, long memoryBytes, Map<String, String> surroundings) {

  private static final String MAIN = "org.maskwright.network.Main";
  private static final String CLASS_PATH = "maskwright.engine.classPath";

  /** Where an installed program has its native libraries as plain files; the same for both. */
  private static final List<String> NATIVE_LIBRARIES =
      List.of(
          "java.library.path",
          "org.bytedeco.javacpp.pathsFirst",
          "org.bytedeco.javacpp.cacheLibraries",
          "org.sqlite.lib.path",
          "org.sqlite.lib.name",
          "jna.boot.library.path");

  private static final long MEBIBYTE = 1L << 20;
  private static final long MIN_HEAP = 512 * MEBIBYTE;
  private static final long MAX_HEAP = 2048 * MEBIBYTE;
  private static final String NICENESS = "10";
  private static final int JAVA = Runtime.version().feature();

  public EngineCommand {
    surroundings = Map.copyOf(surroundings);
  }

  /** The engine that lies beside this window's own libraries. */
  public static EngineCommand installed() throws IOException {
    String given = System.getProperty(CLASS_PATH);
    return new EngineCommand(
        given == null ? beside() + File.separator + "*" : given,
        Runtime.getRuntime().availableProcessors(),
        physicalMemory(),
        Map.of());
  }

  private static Path beside() throws IOException {
    try {
      Path own =
          Path.of(EngineCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path engine = own.resolveSibling("..").resolve("engine").normalize();
      if (!Files.isDirectory(engine)) {
        throw DataException.of(EngineProblem.NOT_INSTALLED, engine);
      }
      return engine;
    } catch (URISyntaxException e) {
      throw new IOException("the window's own place has no name", e);
    }
  }

  private static long physicalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory() * 4;
  }

  /** All cores but one, and never none. */
  int threads() {
    return Math.max(1, cores - 1);
  }

  long heapBytes() {
    return Math.max(MIN_HEAP, Math.min(MAX_HEAP, memoryBytes / 8));
  }

  /** For networks, which lie outside Java's heap. */
  long offHeapBytes() {
    return Math.max(MIN_HEAP, memoryBytes / 2);
  }

  /** The program and its arguments. Anybody on the machine can read them: nothing is secret. */
  List<String> line(Path readyFile, Path crashFile) {
    List<String> line = new ArrayList<>();
    nice().ifPresent(nice -> line.addAll(List.of(nice.toString(), "-n", NICENESS)));
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Newer Javas warn when a library calls native code without leave.
    if (JAVA >= 22) {
      line.add("--enable-native-access=ALL-UNNAMED");
    }
    if (JAVA >= 24) {
      line.add("--sun-misc-unsafe-memory-access=allow");
    }
    line.add("-Xmx" + heapBytes() / MEBIBYTE + "m");
    line.add("-XX:ErrorFile=" + crashFile);
    line.add("-XX:ParallelGCThreads=" + threads());
    line.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + threads());
    line.add("-Dorg.bytedeco.javacpp.maxBytes=" + offHeapBytes());
    line.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=" + (heapBytes() + 2 * offHeapBytes()));
    line.add("-Djava.awt.headless=true");
    line.add("-Dfile.encoding=UTF-8");
    NATIVE_LIBRARIES.stream()
        .filter(name -> System.getProperty(name) != null)
        .forEach(name -> line.add("-D" + name + "=" + System.getProperty(name)));
    line.addAll(List.of("-cp", classPath, MAIN, "serve", "--ready-file", readyFile.toString()));
    return line;
  }

  /** What has to be known before the engine's first library is loaded. */
  Map<String, String> environment() {
    String threads = Integer.toString(threads());
    Map<String, String> all = new HashMap<>(surroundings);
    all.put("OMP_NUM_THREADS", threads);
    all.put("OPENBLAS_NUM_THREADS", threads);
    return all;
  }

  private static Optional<Path> nice() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "nice"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
