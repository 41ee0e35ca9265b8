package org.maskwright.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maskwright.data.program.ProgramVersion;
import org.maskwright.network.command.ProgramCommand;
import picocli.CommandLine;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  static Stream<CommandLine> everyCommand() {
    return withSubcommands(Main.commandLine());
  }

  private static Stream<CommandLine> withSubcommands(CommandLine line) {
    return Stream.concat(
        Stream.of(line),
        line.getSubcommands().values().stream().flatMap(MainTest::withSubcommands));
  }

  @Test
  void versionIsOneLine() {
    assertThat(execute("--version")).isZero();
    assertThat(out.toString().strip()).isEqualTo("Maskwright " + ProgramVersion.current());
    assertThat(ProgramVersion.current()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void withoutArgumentsHelpIsShown() {
    assertThat(execute()).isZero();
    assertThat(out.toString()).startsWith("Usage: maskwright").contains("Commands:", "info");
  }

  @Test
  void anUnknownCommandIsABadArgument() {
    assertThat(execute("inof")).isEqualTo(2);
    assertThat(err.toString()).contains("inof", "info");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnknownOptionPointsToTheHelp() {
    assertThat(execute("info", "--frobnicate")).isEqualTo(2);
    assertThat(err.toString()).contains("--frobnicate");
  }

  @ParameterizedTest
  @MethodSource("everyCommand")
  void everyHelpEndsWithExamplesThatParse(CommandLine command) {
    List<String> examples =
        Arrays.stream(command.getCommandSpec().usageMessage().footer()).map(String::strip).toList();

    assertThat(examples).isNotEmpty();
    assertThat(examples)
        .allSatisfy(
            example -> {
              assertThat(example).startsWith(command.getCommandSpec().qualifiedName());
              String[] words = example.split("\\s+", -1);
              Main.commandLine().parseArgs(Arrays.copyOfRange(words, 1, words.length));
            });
    assertThat(command.getUsageMessage()).contains("Examples:");
  }

  @Test
  void everySubcommandHasReportAndProgress() {
    assertThat(everyCommand().filter(c -> c.getSubcommands().isEmpty()))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.<Object>getCommand()).isInstanceOf(ProgramCommand.class));
  }
}
