package org.maskwright.network.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.maskwright.data.program.ProgramVersion;

/** The file that traces of unforeseen failures are added to. */
public final class FailureLog {

  private static final long MAX_BYTES = 4L << 20;

  private final Path file;

  /** A log in this folder, which is created when there is something to write. */
  public FailureLog(Path folder) {
    file = folder.resolve("failures.log");
  }

  Path file() {
    return file;
  }

  Path append(Throwable failure) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    keepSmall();
    StringWriter text = new StringWriter();
    PrintWriter writer = new PrintWriter(text);
    writer.printf(
        "%s Maskwright %s on Java %s, %s%n",
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        ProgramVersion.current(),
        System.getProperty("java.version"),
        System.getProperty("os.name"));
    failure.printStackTrace(writer);
    Files.writeString(file, text.toString(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    return file;
  }

  private void keepSmall() throws IOException {
    if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
      Files.move(
          file, file.resolveSibling("failures.old.log"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
