package org.maskwright.network.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A program whose work ends only when it is cancelled, and which then tidies up. */
@Command(name = "endless")
final class EndlessWork extends ProgramCommand {

  @Parameters private Path halfWritten;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new EndlessWork()).execute(arguments));
  }

  @Override
  protected Outcome run(Console console) throws IOException {
    Files.writeString(halfWritten, "half");
    console.say("working");
    console.out().flush();
    try {
      while (true) {
        console.progress().checkCancelled();
        LockSupport.parkNanos(1_000_000);
      }
    } finally {
      Files.delete(halfWritten);
    }
  }
}
