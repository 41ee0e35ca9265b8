package org.maskwright.app.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A model of a moment in an engine's home, made by the engine's own tests. */
public final class TinyModel {

  private static final int PATIENCE_SECONDS = 60;

  private TinyModel() {}

  /** Writes one that knows background, red, green and blue. */
  public static void writeInto(Path home) throws IOException, InterruptedException {
    Path models = Files.createDirectories(home.resolve("data/models"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path tests = Path.of("..", "engine", "network", "target", "test-classes");
    String classPath =
        tests.toAbsolutePath().normalize()
            + File.pathSeparator
            + BuiltEngine.command(home).classPath();
    Process process =
        new ProcessBuilder(
                java,
                "-cp",
                classPath,
                "org.maskwright.network.server.TinyModels",
                models.toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("model.log").toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(Files.readString(home.resolve("model.log")));
    }
  }
}
