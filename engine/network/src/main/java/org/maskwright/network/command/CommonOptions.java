package org.maskwright.network.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every subcommand has. */
final class CommonOptions {

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the outcome to this file as JSON, for other programs to read.")
  private @Nullable Path json;

  @Option(names = "--verbose", description = "Show the full trace when something goes wrong.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Nullable Path json() {
    return json;
  }

  boolean verbose() {
    return verbose;
  }

  boolean help() {
    return help;
  }
}
