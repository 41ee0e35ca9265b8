package org.maskwright.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import org.maskwright.app.Launcher;

/** The command line of the window's measures: {@code maskwright canvas-bench --json FILE}. */
public final class Main {

  private static final int FAILED = 1;
  private static final int SENSELESS = 2;

  private Main() {}

  public static void main(String[] arguments) {
    List<String> given = List.of(arguments);
    boolean json = given.size() == 3 && given.get(1).equals("--json");
    if (given.size() != 1 && !json || !given.get(0).equals("canvas-bench")) {
      System.err.println("Usage: maskwright canvas-bench [--json FILE]");
      System.exit(SENSELESS);
    }
    System.exit(run(json ? Optional.of(Path.of(given.get(2))) : Optional.empty()));
  }

  private static int run(Optional<Path> file) {
    // The toolkit reads it once, when it starts: frames then follow each other without a wait.
    System.setProperty("javafx.animation.fullspeed", "true");
    Launcher.keepToolkitQuiet();
    BenchReport report = new BenchReport(System.out);
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
      new CanvasBench(report).run();
      if (file.isPresent()) {
        report.write(file.get());
      }
      return 0;
    } catch (Exception e) {
      System.err.println("The canvas could not be measured: " + e);
      return FAILED;
    }
  }
}
