package org.maskwright.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the desktop whether it is dark. The toolkit cannot tell before its version 22, which needs a
 * newer Java; each desktop has a small program that can.
 */
final class DesktopTheme {

  private static final Logger LOG = LoggerFactory.getLogger(DesktopTheme.class);
  private static final int PATIENCE_MILLIS = 500;

  private DesktopTheme() {}

  /** What this desktop says; dark if it says nothing in time. */
  static boolean isDark() {
    String system = System.getProperty("os.name", "");
    try {
      return saysDark(system, answer(question(system)));
    } catch (IOException e) {
      LOG.debug("This desktop cannot be asked for its theme: {}", e.getMessage());
      return true;
    }
  }

  private static List<String> question(String system) {
    if (isMac(system)) {
      return List.of("defaults", "read", "-g", "AppleInterfaceStyle");
    }
    return isWindows(system)
        ? List.of(
            "reg",
            "query",
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
            "/v",
            "AppsUseLightTheme")
        : List.of("gsettings", "get", "org.gnome.desktop.interface", "color-scheme");
  }

  /** Understands each desktop's answer. A Mac that is light has no such entry at all. */
  static boolean saysDark(String system, String answer) {
    String folded = answer.toLowerCase(Locale.ROOT);
    return isWindows(system) ? folded.contains("0x0") : folded.contains("dark");
  }

  private static boolean isMac(String system) {
    return system.toLowerCase(Locale.ROOT).startsWith("mac");
  }

  private static boolean isWindows(String system) {
    return system.toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private static String answer(List<String> question) throws IOException {
    Process program = new ProcessBuilder(question).redirectErrorStream(true).start();
    try {
      program.getOutputStream().close();
      if (!program.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("no answer from " + question.get(0));
      }
      return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      program.destroy();
    }
  }
}
