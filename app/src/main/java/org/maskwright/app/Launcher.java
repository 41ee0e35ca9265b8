package org.maskwright.app;

import java.util.Locale;
import java.util.Map;
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

  private Launcher() {}

  public static void main(String[] arguments) {
    if (!hasDisplay(System.getenv(), System.getProperty("os.name", ""))) {
      System.err.println(
          "There is no display to open a window on. The command line works without one:"
              + " ./maskwright --help");
      System.exit(1);
    }
    keepToolkitQuiet();
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
