package org.maskwright.network.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.maskwright.network.Main;
import org.maskwright.protocol.ReadyFile;
import org.maskwright.protocol.client.EngineAddress;
import org.maskwright.protocol.client.EngineLink;

/** The engine as a program of its own, as a window would start it. */
final class EngineRun implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  /** For how long it stays without a window; people get some seconds more. */
  static final int ALONE_SECONDS = 1;

  private final Path home;
  private final Process process;

  private EngineRun(Path home, Process process) {
    this.home = home;
    this.process = process;
  }

  static Path models(Path home) {
    return home.resolve("data/models");
  }

  static Path readyFile(Path home) {
    return ReadyFile.in(home.resolve("data/engine"));
  }

  /** Starts one for a window with this folder as its home, and waits until it is ready. */
  static EngineRun start(Path home) throws IOException {
    Files.deleteIfExists(readyFile(home));
    EngineRun run =
        new EngineRun(
            home,
            program(home, "--ready-file=" + readyFile(home), "--leave-after=" + ALONE_SECONDS)
                .start());
    await(() -> Files.exists(readyFile(home)) || !run.process.isAlive());
    return run;
  }

  static ProcessBuilder program(Path home, String... options) throws IOException {
    Files.createDirectories(home);
    ProcessBuilder builder = java(Main.class, "serve", options).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("engine.log").toFile()));
    builder
        .environment()
        .putAll(Map.of("MASKWRIGHT_HOME", home.toString(), "OMP_NUM_THREADS", "1"));
    return builder;
  }

  /** A program of this class path, for a short life. */
  static ProcessBuilder java(Class<?> main, String first, String... rest) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx400m", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), main.getName(), first));
    command.addAll(List.of(rest));
    return new ProcessBuilder(command);
  }

  EngineLink connect() throws IOException {
    return EngineLink.connect(
        EngineAddress.of(ReadyFile.read(readyFile(home)).orElseThrow()), (int) PATIENCE_SECONDS);
  }

  Process process() {
    return process;
  }

  String said() throws IOException {
    return Files.readString(home.resolve("logs/engine.log"));
  }

  void kill() {
    process.toHandle().destroyForcibly();
    await(() -> !process.isAlive());
  }

  boolean endsWithin(int seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS);
  }

  static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not happen in time");
      }
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
