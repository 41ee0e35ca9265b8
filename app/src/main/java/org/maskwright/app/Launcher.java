package org.maskwright.app;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Application;

/**
 * The window's entry. It is no {@code Application} itself, because the JVM would then look for the
 * toolkit on the module path, where it cannot be.
 */
public final class Launcher {

  /** Held here, since the logging system forgets loggers that nobody holds. */
  private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");

  private static final long MEBIBYTE = 1L << 20;
  private static final long NEEDED_MEBIBYTES = 2048;

  private Launcher() {}

  public static void main(String[] arguments) {
    if (!hasDisplay(System.getenv(), System.getProperty("os.name", ""))) {
      System.err.println(
          "There is no display to open a window on. The command line works without one:"
              + " ./maskwright --help");
      System.exit(1);
    }
    Optional<String> shortage = shortage(physicalMemory());
    if (shortage.isPresent()) {
      System.err.println(shortage.get());
      System.exit(1);
    }
    keepToolkitQuiet();
    // Samples are drawn with Java's own pictures, which want no window.
    System.setProperty("java.awt.headless", "true");
    try {
      Application.launch(WorkbenchApp.class, arguments);
    } catch (UnsupportedOperationException e) {
      System.err.println(
          "The window cannot be opened on the display "
              + System.getenv().getOrDefault("DISPLAY", "of this computer")
              + ": "
              + e.getMessage());
      System.exit(1);
    }
  }

  /** What to say on a computer, or in a container, where window and engine cannot both live. */
  static Optional<String> shortage(long bytes) {
    // The system keeps a part of what was paid for, and does not show it.
    if (bytes >= NEEDED_MEBIBYTES * MEBIBYTE * 7 / 8) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "The window and its engine need %,d MB of memory, and here are %,d MB."
                + " The command line is content with less: ./maskwright --help",
            NEEDED_MEBIBYTES,
            bytes / MEBIBYTE));
  }

  private static long physicalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Long.MAX_VALUE;
  }

  /** The class path is our choice; a warning about it would only frighten a person. */
  public static void keepToolkitQuiet() {
    TOOLKIT_LOG.setFilter(record -> !isAboutTheClassPath(record));
  }

  private static boolean isAboutTheClassPath(LogRecord record) {
    return String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX configuration");
  }

  /** Only systems on which windows travel over a socket can lack one. */
  static boolean hasDisplay(Map<String, String> environment, String system) {
    String name = system.toLowerCase(Locale.ROOT);
    boolean always = name.startsWith("windows") || name.startsWith("mac");
    boolean headless = "Monocle".equals(System.getProperty("glass.platform"));
    return always || headless || !environment.getOrDefault("DISPLAY", "").isBlank();
  }
}
