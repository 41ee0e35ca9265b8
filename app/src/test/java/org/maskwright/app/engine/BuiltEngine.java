package org.maskwright.app.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The engine as the build made it, before anything is laid out. */
public final class BuiltEngine {

  private static final Path TARGET = Path.of("..", "engine", "network", "target");
  private static final long MEMORY = 4L << 30;

  /** It lives for seconds: what would be translated more thoroughly is not run often enough. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  private BuiltEngine() {}

  /** Its command, for a machine of two cores, with a home of its own. */
  public static EngineCommand command(Path home) throws IOException {
    String libraries = Files.readString(TARGET.resolve("engine.classpath")).strip();
    Path classes = TARGET.resolve("classes").toAbsolutePath().normalize();
    return new EngineCommand(
        classes + File.pathSeparator + libraries,
        2,
        MEMORY,
        Map.of("MASKWRIGHT_HOME", home.toString(), "JAVA_TOOL_OPTIONS", QUICK_START));
  }
}
